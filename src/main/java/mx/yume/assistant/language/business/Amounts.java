package mx.yume.assistant.language.business;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import mx.yume.platform.Money;

/** How much and how long, as the answer to one question: "mil doscientos", "hora y media". Two of them are no answer. */
public final class Amounts {
    static final Set<String> FREE = Set.of("gratis", "gratuito", "cortesia");
    /** Fewer minutes than this are no service, so "2" is not two minutes. */
    private static final long FEWEST_MINUTES = 5;
    private static final long MOST_MINUTES = 12 * 60;

    private Amounts() {}

    /** In Mexican pesos. */
    public static Optional<Money> price(String text) {
        List<Piece> pieces = Piece.of(text);
        if (pieces.stream().anyMatch(piece -> FREE.contains(piece.word()))) {
            return Optional.of(new Money(0));
        }
        List<Measure> measures = measures(pieces);
        Optional<Money> marked = only(measures.stream().filter(Measure.Price.class::isInstance).map(Measure.Price.class::cast)
                .map(Measure.Price::money).distinct().toList());
        boolean noneMarked = measures.stream().noneMatch(Measure.Price.class::isInstance);
        return noneMarked ? only(bare(measures).map(Measure.Bare::hundredths).distinct().map(Money::new).toList()) : marked;
    }

    /** From 5 minutes to a day; a number by itself is minutes, and "1.5" hours. */
    public static Optional<Duration> duration(String text) {
        List<Measure> measures = measures(Piece.of(text));
        if (measures.size() > 1 && measures.stream().allMatch(measure -> !(measure instanceof Measure.Price))) {
            return only(measures.stream().filter(Measure.Length.class::isInstance).map(Measure.Length.class::cast)
                    .map(Measure.Length::duration).distinct().toList()).filter(duration -> bare(measures).findAny().isEmpty());
        }
        List<Duration> said = measures.stream().filter(Measure.Length.class::isInstance).map(Measure.Length.class::cast)
                .map(Measure.Length::duration).distinct().toList();
        return said.isEmpty() ? only(bare(measures).map(Measure.Bare::hundredths).distinct().toList()).flatMap(Amounts::minutes)
                : only(said);
    }

    private static java.util.stream.Stream<Measure.Bare> bare(List<Measure> measures) {
        return measures.stream().filter(Measure.Bare.class::isInstance).map(Measure.Bare.class::cast);
    }

    private static Optional<Duration> minutes(long hundredths) {
        boolean halfHours = hundredths % 100 == 50 && hundredths < 1_000;
        long minutes = halfHours ? hundredths * 60 / 100 : hundredths / 100;
        return (halfHours || hundredths % 100 == 0) && minutes >= FEWEST_MINUTES && minutes <= MOST_MINUTES
                ? Optional.of(Duration.ofMinutes(minutes))
                : Optional.empty();
    }

    private static List<Measure> measures(List<Piece> pieces) {
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < pieces.size();) {
            Optional<Measure> measure = Measure.at(pieces, i);
            measure.ifPresent(measures::add);
            i = measure.map(Measure::next).orElse(i + 1);
        }
        return measures;
    }

    private static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
