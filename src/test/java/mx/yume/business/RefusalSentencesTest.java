package mx.yume.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import mx.yume.business.hours.HoursOutcome;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.business.premises.PremisesOutcome;
import mx.yume.business.team.TeamOutcome;
import mx.yume.platform.Explained;
import mx.yume.platform.Money;
import mx.yume.testing.WallClock;

/** Whatever is refused is said in a short Spanish sentence. */
class RefusalSentencesTest {

    private static final Map<Class<?>, Object> SAMPLES = Map.of(String.class, "Ana", int.class, 80, boolean.class, false,
            Hours.class, WallClock.hours("20:00-02:00"), LocalDate.class, LocalDate.of(2027, 12, 25), Duration.class,
            Duration.ofHours(10), Money.class, Money.pesos(1_000_000));
    private static final int SHORT = 140;
    private static final Pattern SENTENCE = Pattern.compile("[¿\\p{Lu}].*[.?]", Pattern.DOTALL);
    private static final Pattern NO_SPANISH = Pattern
            .compile("(?i)\\b(the|is|are|not|of|and|must|already|null|optional)\\b|%|\\[|@");

    static Stream<Class<?>> refusals() {
        return Stream.of(HoursOutcome.Refusal.class, MenuOutcome.Refusal.class, TeamOutcome.Refusal.class,
                PremisesOutcome.Refusal.class).flatMap(each -> Arrays.stream(each.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalIsAShortSpanishSentence(Class<?> refusal) throws ReflectiveOperationException {
        var sentence = sample(refusal).sentence();
        assertThat(sentence).matches(SENTENCE).doesNotContainPattern(NO_SPANISH).hasSizeLessThan(SHORT);
    }

    private static Explained sample(Class<?> refusal) throws ReflectiveOperationException {
        var types = Arrays.stream(refusal.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(types).map(type -> assertThat(SAMPLES).extractingByKey(type).actual()).toArray();
        return (Explained) refusal.getConstructor(types).newInstance(values);
    }

    @Test
    void theyNameWhatTheyAreAbout() {
        assertThat(new HoursOutcome.CrossesMidnight(WallClock.hours("20:00-02:00")).sentence())
                .isEqualTo("De 8:00 p.m. a 2:00 a.m. pasa de la medianoche: ¿así es?");
        assertThat(new MenuOutcome.LongerThanAnyDay(Duration.ofMinutes(90)).sentence()).contains("(1 h 30 min)");
        assertThat(new MenuOutcome.BadPrice(Money.pesos(1_000_000)).sentence())
                .isEqualTo("El precio puede ser hasta de $1,000,000.");
        assertThat(new TeamOutcome.PhoneTaken("Beto", true).sentence()).isEqualTo("Ese teléfono ya es de Beto.");
        assertThat(new TeamOutcome.PhoneTaken("Beto", false).sentence()).contains("ya no está en el equipo");
        assertThat(new PremisesOutcome.NameTaken("Norte").sentence()).isEqualTo("Ya hay otro que se llama «Norte».");
    }
}
