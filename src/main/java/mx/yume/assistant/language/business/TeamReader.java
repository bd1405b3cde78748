package mx.yume.assistant.language.business;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Folding;
import mx.yume.assistant.language.ServiceNames;

/** Reads who works at a business: names, phones, what they do and may do. Services that are not on the menu are left out. */
public final class TeamReader {
    private static final Pattern NOBODY = Pattern.compile(
            "(?<![\\p{L}])(?:nadie|ningun[oa]?|sol[oa]s? yo|(?:soy )?yo (?:mero |mera )?(?:sol[oa]|solit[oa]|nada mas|nomas|unicamente)"
                    + "|(?:nada mas|nomas|unicamente|solamente|solo) (?:soy |estoy |trabajo )?yo|soy solo yo|(?:trabajo|estoy|atiendo|soy) (?:yo )?(?:sol[oa]|solit[oa])"
                    + "|no (?:tengo|hay|somos|tenemos) (?:mas|a nadie|empleados|equipo|otros?|personal)|sin (?:empleados|equipo|personal)|yo hago todo|todo lo hago yo)(?![\\p{L}])");

    /** Whoever is to leave is not to be added. */
    private static final Pattern REMOVING = Pattern
            .compile(
                    "(?<!\\p{L})(?:quita|quitar|borra|borrar|elimina|eliminar|saca|sacar|da(?:r)? de baja|desactiva[r]?|ya no trabaja)(?!\\p{L})");

    private TeamReader() {}

    /** Empty when nobody was named, which is not the same as being told that there is nobody. */
    public static Optional<TeamReading> read(String text, List<String> knownServices) {
        if (REMOVING.matcher(Folding.fold(Piece.bounded(text))).find()) {
            return Optional.empty();
        }
        List<TeamLine> lines = new TeamScan(new ServiceNames(knownServices)).read(Piece.bounded(text));
        if (!lines.isEmpty()) {
            return Optional.of(new TeamReading(lines));
        }
        String folded = Folding.fold(Piece.bounded(text)).replaceAll("\\s+", " ");
        return NOBODY.matcher(folded).find() ? Optional.of(new TeamReading(List.of())) : Optional.empty();
    }
}
