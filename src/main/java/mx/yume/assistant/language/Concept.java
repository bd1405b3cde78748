package mx.yume.assistant.language;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What beauty businesses do, by the many words people have for it. Each takes its folded words. */
public enum Concept {
    CUT("cort(?:es?|ecito|ar|arme|arse|arle|arlo|arnos|ame|armelo|armela|ada)|recort\\w*|despunt\\w*"), HAIR(
            "pelos?|pelito|cabellos?|cabellera|melena|greñas?"), BEARD("barb(?:a|as|ita)|rasur\\w*|afeit\\w*|bigotes?"), COLOR(
                    "tintes?|color(?:es|acion)?|pint(?:ar|arme|arse|arnos|arle|ada|ado|ame|armelo|armelas|arlas|arlo)|teñ\\w+|tenirme"), STYLE(
                            "pein(?:ados?|ar|arme|arse|arnos|arle|ame|ada|armelo)"), NAILS("uñas?|uñitas?"), MANICURE(
                                    "mani|manic\\w+|maniquiur\\w*|manik\\w+|manos|manitas"), PEDICURE(
                                            "pedi|pedic\\w+|pedik\\w+|pies|piecitos"), GEL("gel|gelis\\w*|gelic\\w+|gelhis");

    /** Words for the place of the body alone ("algo para las uñas") ask for any of these. */
    static final Set<Concept> OF_HAIR = Set.of(CUT, HAIR, COLOR, STYLE);
    static final Set<Concept> OF_NAILS = Set.of(NAILS, MANICURE, PEDICURE, GEL);

    private final Pattern words;

    Concept(String words) {
        this.words = Pattern.compile(words);
    }

    public static Optional<Concept> of(String word) {
        return Arrays.stream(values()).filter(concept -> concept.words.matcher(word).matches()).findFirst();
    }
}
