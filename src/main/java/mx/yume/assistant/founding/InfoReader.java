package mx.yume.assistant.founding;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.business.Wording;
import mx.yume.business.founding.BusinessType;
import mx.yume.business.places.Place;
import mx.yume.business.places.Places;

/**
 * Reads what a founder tells of their business: "Barbería Don Toño, en Tijuana, soy Toño Ruiz". Pure. One message is read in
 * pieces between commas and lines; what is said outright counts anywhere, a piece by itself only where it was asked for.
 */
final class InfoReader {

    private static final SpanishReader READER = new SpanishReader();
    private static final Lexicon NOBODY = FounderAsking.lexicon(ZonedDateTime.of(2026, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC));
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Map<BusinessType, Pattern> TYPES = Map.of(
            BusinessType.BARBERSHOP,
            Pattern.compile("\\b(?:barber\\p{L}*|peluquer[ií]a (?:de|para) (?:hombres?|caballeros?))", FLAGS),
            BusinessType.NAIL_SALON, Pattern.compile("\\b(?:u[ñn]as|nails?|manicur\\p{L}*|manicurista)\\b", FLAGS),
            BusinessType.SPA, Pattern.compile("\\b(?:spa|masajes?)\\b", FLAGS),
            BusinessType.HAIR_SALON,
            Pattern.compile("\\b(?:est[eé]tica|sal[oó]n|peluquer[ií]a|hair|beauty|estilistas?)\\b", FLAGS),
            BusinessType.OTHER,
            Pattern.compile("\\b(?:cejas|pesta[ñn]as|lash\\p{L}*|depilaci[oó]n|maquillaje|tatuajes?|faciales)\\b",
                    FLAGS));
    private static final List<BusinessType> TYPE_ORDER = List.of(BusinessType.BARBERSHOP, BusinessType.NAIL_SALON,
            BusinessType.SPA, BusinessType.HAIR_SALON, BusinessType.OTHER);

    private static final String A_BUSINESS = "(?:mi |el |la |nuestr[oa] |un |una )?(?:negocio|barber[ií]a|est[eé]tica|sal[oó]n(?: de belleza)?"
            + "|spa|local|peluquer[ií]a|estudio|lugar)";
    /** "mi barbería se llama…", "una estética que se llama…", "el nombre del negocio es…". */
    private static final Pattern NAMED = Pattern.compile("(?:" + A_BUSINESS
            + "[^,.;\\n]{0,30}? (?:que )?(?:se llama(?:r[áa])?|llamad[oa]|de nombre)|(?:el )?nombre del negocio(?: es)?:?|negocio:|(?<!me )se llama)"
            + " +(?<name>[^,;\\n]+)", FLAGS);
    /** "Mi barbería Don Toño": capitals tell that it goes on with its name. */
    private static final Pattern OWN = Pattern.compile(
            "(?iu:\\b(?:mi|nuestr[oa]|de la|del?|es|se llama) )(?<type>(?iu:barber[ií]a|est[eé]tica|sal[oó]n|spa|peluquer[ií]a|studio|estudio))"
                    + " (?<name>\\p{Lu}[^,;\\n]*)");
    /** "Mi negocio Uñas by Karla". */
    private static final Pattern MINE = Pattern.compile("(?iu:\\b(?:mi|el) negocio[ ,:]+)(?<name>\\p{Lu}[^,;.\\n]*)");
    /** Where a business's name is over. */
    private static final Pattern OVER = Pattern.compile(
            " (?:y )?(?:(?:yo )?soy|me llamo|mi nombre|estamos|est[aá] en|ubicad[oa]s?|estoy|yo)(?: |$)|[.!] |[.!]$", FLAGS);
    private static final Pattern IN = Pattern
            .compile("(?:^| )(?:(?:estamos |est[aá] |ubicad[oa]s? |somos |soy |aqu[ií] |es )?(?:en|de)) (?=\\p{L})", FLAGS);
    private static final Pattern IN_PLACE = Pattern.compile(
            "(?:^| )(?:estamos|est[aá]|estoy|ubicad[oa]s?|la ciudad es)(?: en)? (?<place>[^,;.\\n]+)",
            FLAGS);
    private static final Pattern LEAD = Pattern.compile(
            "^(?:hola|buen[oa]s?(?: (?:d[ií]as|tardes|noches))?|qu[eé] tal|claro|s[ií]|ok|es|somos|se llama|tengo|mi negocio es|mi negocio|un|una|la|el)(?: |$)",
            FLAGS);
    /** A sentence about something, and no name. */
    private static final Pattern NO_NAME = Pattern.compile(
            "[?¿]|\\b(?:quiero|quisiera|registr\\p{L}*|negocio|agend\\p{L}*|citas?|info\\p{L}*|c[oó]mo|precios?|cu[aá]nto"
                    + "|ayuda\\p{L}*|alta|contratar|servicios?|yume|necesito|interesa|tengo|busco|puedes?|puedo|due[ñn][oa]|empezar|empezamos|gracias|adelante"
                    + "|para|qu[eé]|por|no|s[ií]|ya|esto|eso|d[oó]nde|qui[eé]n|hola|buenas|buenos|mi|mis)\\b",
            FLAGS);
    private static final Set<String> SMALL = Set.of("de", "del", "la", "las", "los", "el", "y", "e", "en", "by", "para");

    private Particulars info;
    private final boolean bare;
    private final List<String> leftOver = new ArrayList<>();

    private InfoReader(Particulars before, boolean bare) {
        this.info = before;
        this.bare = bare;
    }

    /** @param bare whether these things were asked for: then a piece by itself is taken for the first one missing */
    static Particulars read(Particulars before, String text, boolean bare) {
        var reader = new InfoReader(before, bare);
        var rest = reader.unclear(text) ? "" : reader.named(text);
        reader.type(text);
        for (var piece : reader.owner(rest).split("[,;\\n]|\\. ", -1)) {
            reader.piece(piece.strip());
        }
        return reader.settled();
    }

    /** The state that was asked for, beside a city known before. */
    private boolean unclear(String text) {
        if (info.unclear().isEmpty()) {
            return false;
        }
        var city = info.unclear().get();
        var found = Places.find(city + ", " + text);
        if (found.size() == 1 && !Places.find(text).isEmpty()) {
            var place = found.getFirst();
            var known = place.city().isPresent() || Places.exactly(text).isEmpty();
            info = info.where(Where.of(known ? place.name() : city + ", " + place.name(), place.zone().getId()));
            return true;
        }
        return false;
    }

    private String named(String text) {
        var named = NAMED.matcher(text);
        if (!named.find()) {
            return own(text);
        }
        var name = untilOver(named.group("name"));
        name = name.substring(0, placeAt(name));
        if (name.isBlank()) {
            return text;
        }
        info = info.name(titled(name));
        int start = named.start("name");
        return text.substring(0, start) + " , " + text.substring(start + name.length());
    }

    private String own(String text) {
        var mine = MINE.matcher(text);
        if (mine.find()) {
            var said = untilOver(mine.group("name"));
            info = info.name(said.substring(0, placeAt(said)));
            return text.substring(0, mine.start()) + " , " + text.substring(mine.start("name") + said.length());
        }
        var own = OWN.matcher(text);
        if (!own.find()) {
            return text;
        }
        var whole = untilOver(own.group("name"));
        var name = whole.substring(0, placeAt(whole));
        info = info.name(capital(own.group("type")) + " " + name);
        int start = own.start("name");
        return text.substring(0, own.start("type")) + " , " + text.substring(start + name.length());
    }

    private void type(String text) {
        if (info.type().isEmpty() || !bare) {
            TYPE_ORDER.stream().filter(type -> Objects.requireNonNull(TYPES.get(type)).matcher(text).find()).findFirst()
                    .filter(type -> info.type().isEmpty() || explicitType(text)).ifPresent(type -> info = info.type(type));
        }
    }

    private static boolean explicitType(String text) {
        return Pattern.compile("(?:^|[ ,])(?:es|somos) (?:un|una)? ?", FLAGS).matcher(text).find();
    }

    /** @return the text without what introduces the owner */
    private String owner(String text) {
        var name = READER.read(text, NOBODY).name().filter(found -> !SMALL.contains(found.toLowerCase(Locale.ROOT)));
        if (name.isEmpty() || TYPES.values().stream().anyMatch(type -> type.matcher(name.get()).find())
                || !Places.exactly(name.get()).isEmpty()) {
            return text;
        }
        info = info.owner(name.get());
        var said = Pattern.compile(
                "(?:y )?(?:yo )?(?:soy|me llamo|mi nombre(?: completo)?(?: es)?:?|te (?:habla|escribe|saluda))(?: (?:el|la))? +"
                        + Pattern.quote(name.get()).replace(" ", "\\E +\\Q"),
                FLAGS).matcher(text);
        return said.find() ? text.substring(0, said.start()) + " , " + text.substring(said.end()) : "";
    }

    private void piece(String said) {
        var piece = said;
        var place = exactly(piece);
        if (place.isPresent()) {
            info = info.where(place.get());
            return;
        }
        var in = IN_PLACE.matcher(piece);
        if (in.find() && !Places.find(in.group("place")).isEmpty()) {
            where(in.group("place"));
            piece = piece.substring(0, in.start());
        }
        int at = placeAt(piece);
        if (at < piece.length()) {
            where(piece.substring(at));
            piece = piece.substring(0, at);
        }
        var name = untilOver(withoutLead(piece.strip()));
        if (!name.isBlank()) {
            leftOver.add(name);
        }
    }

    private Optional<Where> exactly(String piece) {
        var places = Places.exactly(withoutIn(piece));
        if (places.size() > 1) {
            info = info.unclear(withoutIn(piece));
            return Optional.empty();
        }
        return places.stream().findFirst().map(InfoReader::where);
    }

    private void where(String said) {
        var places = Places.find(said);
        if (places.size() == 1) {
            info = info.where(where(places.getFirst()));
        } else if (places.size() > 1) {
            info = info.unclear(places.getFirst().city().orElse(said));
        }
    }

    private static Where where(Place place) {
        return Where.of(place.name(), place.zone().getId());
    }

    /** Pieces by themselves: what has a type in it is the business's name, then the first one is, then the owner's. */
    private Particulars settled() {
        for (var piece : leftOver) {
            var typed = TYPES.values().stream().anyMatch(type -> type.matcher(piece).find());
            var nameLike = !NO_NAME.matcher(piece).find() && piece.length() <= 60
                    && piece.codePoints().anyMatch(Character::isLetter);
            if (!nameLike || (typed && onlyType(piece))) {
                continue;
            }
            if (info.name().isEmpty() && (bare || typed)) {
                info = info.name(titled(piece));
            } else if (bare && !typed && info.owner().isEmpty()) {
                READER.read(piece, NOBODY).bareName().ifPresent(name -> info = info.owner(name));
            } else if (bare && info.where().isEmpty() && info.owner().isPresent() && !typed) {
                info = info.unclear(titled(piece));
            }
        }
        return info;
    }

    /** "barbería", "salón de belleza", "una estética unisex": what it is, and not what it is called. */
    private static boolean onlyType(String piece) {
        var rest = piece;
        for (var type : TYPES.values()) {
            rest = type.matcher(rest).replaceAll(" ");
        }
        return rest.replaceAll(
                "(?iu)\\b(?:de|belleza|unisex|para|hombres?|mujeres?|damas?|caballeros?|y|e|un|una|el|la|otro|negocio|shop)\\b|\\W",
                "")
                .isBlank();
    }

    private static String untilOver(String text) {
        var over = OVER.matcher(text);
        return (over.find() ? text.substring(0, over.start()) : text).strip().replaceAll("^[\"“”«»'*]+|[\"“”«»'*.!]+$", "");
    }

    /** Where "en Tijuana" begins, or the end. */
    private static int placeAt(String text) {
        var in = IN.matcher(text);
        while (in.find()) {
            var after = text.substring(in.end());
            var prefers = in.group().strip().toLowerCase(Locale.ROOT).endsWith("en");
            if (prefers ? !Places.find(after).isEmpty() : !Places.exactly(after).isEmpty()) {
                return in.start();
            }
        }
        return text.length();
    }

    private static String withoutIn(String piece) {
        return piece.replaceFirst("(?iu)^(?:(?:estamos|est[aá]|ubicad[oa]s?|somos|aqu[ií]|es) )?(?:en|de) ", "");
    }

    private static String withoutLead(String piece) {
        var lead = LEAD.matcher(piece);
        return lead.find() && !lead.group().isBlank() && !keepsArticle(piece) ? withoutLead(piece.substring(lead.end()).strip())
                : piece;
    }

    /** "La Güera", "El Patrón": an article with a capital behind it belongs to the name. */
    private static boolean keepsArticle(String piece) {
        return piece.matches("(?iu:el|la|los|las|un|una) \\p{Lu}.*") && !piece.matches("(?iu)(?:un|una) .*");
    }

    /** As written where somebody took the trouble of capitals, else with them. */
    static String titled(String written) {
        var tidy = Wording.tidy(written);
        if (!tidy.equals(tidy.toLowerCase(Locale.ROOT))) {
            return tidy;
        }
        var words = new ArrayList<String>();
        for (var word : tidy.split(" ", -1)) {
            words.add(!words.isEmpty() && SMALL.contains(word) ? word : capital(word));
        }
        return Normalizer.normalize(String.join(" ", words), Normalizer.Form.NFC);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
