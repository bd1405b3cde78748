package mx.yume.assistant.model.guard;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.assistant.language.Lexicon;
import mx.yume.business.Service;

/** Finds what the business does not have: a price that nothing costs, or a usual salon service that is not on its list. */
public final class OfferGuard {

    private static final Pattern PRICE = Pattern.compile("\\$ ?(\\d[\\d,]*(?:\\.\\d{1,2})?)");
    private static final Pattern OFFERING = Pattern
            .compile("(?<![\\p{L}])(?:tenemos|ofrecemos|contamos con|hacemos|manejamos|incluye"
                    + "|también hay|puedo agendarte|te agendo|nuestros servicios)(?![\\p{L}])");
    private static final Pattern DENYING = Pattern.compile("(?<![\\p{L}])(?:no|sin|tampoco|ni)(?![\\p{L}])");
    /** Stems, without accents, of what salons usually sell. */
    private static final Set<String> USUAL = Set.of("masaje", "depilacion", "facial", "pestana", "ceja", "maquillaje",
            "keratina",
            "botox", "rayitos", "balayage", "mechas", "extensiones", "alaciado", "permanente", "acrilic", "microblading",
            "trenza",
            "bronceado", "exfoliacion", "tinte", "peinado", "manicure", "pedicure", "gelish", "barba", "corte");

    private final Set<String> prices;
    private final String services;

    OfferGuard(Lexicon lexicon) {
        var own = lexicon.staff().stream().flatMap(member -> member.skills().values().stream())
                .flatMap(skill -> skill.price().stream());
        prices = Stream.concat(lexicon.services().stream().map(Service::price), own).map(price -> price.amount().toString())
                .collect(Collectors.toUnmodifiableSet());
        services = lexicon.services().stream().map(service -> bare(service.name())).collect(Collectors.joining(" | "));
    }

    /** @param agreed what the visits of the facts cost, whatever the menu says now */
    boolean invented(Sayings sayings, Set<String> agreed) {
        var known = Stream.concat(prices.stream(), agreed.stream()).collect(Collectors.toUnmodifiableSet());
        return sayings.statements().stream()
                .anyMatch(statement -> inventedPrice(statement, known) || inventedService(statement))
                || sayings.questions().stream().anyMatch(question -> inventedPrice(question, known));
    }

    private static boolean inventedPrice(String sentence, Set<String> prices) {
        return PRICE.matcher(sentence).results().map(found -> "$" + found.group(1).replaceFirst("\\.00?$", ""))
                .anyMatch(price -> !prices.contains(price)
                        && prices.stream().noneMatch(known -> digits(known).equals(digits(price))));
    }

    private boolean inventedService(String statement) {
        var plain = bare(statement);
        return OFFERING.matcher(statement).find() && !DENYING.matcher(statement).find()
                && USUAL.stream().anyMatch(usual -> plain.contains(usual) && !services.contains(usual));
    }

    private static String digits(String price) {
        return price.replaceAll("[^\\d.]", "");
    }

    /** Lower case, without accents and marks. */
    public static String bare(String text) {
        return Normalizer.normalize(Sayings.plain(text), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
