package mx.yume.assistant.language.business;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads services with their prices and durations, several in a message, and corrections of a menu that was shown.
 *
 * <p>What was decided where people differ: "corte y barba 60 min $350" is one service, "corte y barba" by itself two, unless the
 * menu has one of that name; of two bare numbers the smaller is the minutes, and one alone is the price.
 */
public final class MenuReader {

    private MenuReader() {}

    /** @param knownServices names of what is on the menu already */
    public static MenuReading read(String text, List<String> knownServices) {
        KnownNames known = new KnownNames(knownServices);
        List<Piece> pieces = Piece.of(text);
        boolean asks = pieces.stream().anyMatch(piece -> piece.is("?"));
        List<ServiceLine> lines = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (MenuEntry entry : new MenuScan(pieces, known).entries()) {
            boolean certain = entry.measured() || entry.isRemoved() || entry.isAdded()
                    || (!asks && known.meant(entry.name()).isEmpty());
            if (!entry.plausible() || !certain) {
                continue;
            }
            if (entry.isRemoved()) {
                removed.add(known.meant(entry.name()).orElseGet(entry::name));
            } else {
                lines.add(entry.line(known));
            }
        }
        return new MenuReading(lines, removed);
    }
}
