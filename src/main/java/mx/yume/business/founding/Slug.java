package mx.yume.business.founding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import mx.yume.platform.OrganizationId;

/** The part of a public page's address that is the business's own: "barberia-don-tono". Pure. */
final class Slug {

    private static final int LONGEST = 48;
    private static final String NAMELESS = "negocio";
    private static final int NUMBERED = 9;

    private Slug() {}

    /** Small letters, digits and single hyphens between them, never empty. */
    static String of(String name) {
        var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
        return cut.isEmpty() ? NAMELESS : cut;
    }

    /** In the order in which they are tried; the last is nobody else's. */
    static Stream<String> candidates(String name, OrganizationId organization) {
        var slug = of(name);
        return Stream.concat(
                Stream.concat(Stream.of(slug), IntStream.rangeClosed(2, NUMBERED).mapToObj(number -> slug + "-" + number)),
                Stream.of(slug + "-" + organization.value()));
    }
}
