package mx.yume.assistant.language.business;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes once over a message and parts it into services. A name ends where something was said about it and another begins, or at a
 * pause; prices and durations belong to the name before them, unless that has them already.
 */
final class MenuScan {
    private enum Hint {
        NONE, PRICE, LENGTH
    }

    private final List<Piece> pieces;
    private final KnownNames known;
    private final List<MenuEntry> entries = new ArrayList<>();
    private MenuEntry entry = new MenuEntry();
    private boolean removing;
    private boolean adding;
    private boolean amending;
    private boolean pause;
    private boolean inBrackets;
    private boolean not;
    private Hint hint = Hint.NONE;
    private final boolean lists;

    MenuScan(List<Piece> pieces, KnownNames known) {
        this.pieces = pieces;
        this.known = known;
        this.lists = pieces.stream().anyMatch(Piece::ends);
    }

    List<MenuEntry> entries() {
        for (int i = 0; i < pieces.size();) {
            i = bullet(i) ? i + 2 : step(i);
        }
        next();
        return entries;
    }

    /** "1." or "2)" at the beginning of a line. */
    private boolean bullet(int at) {
        boolean first = at == 0 || pieces.get(at - 1).is("\n") || pieces.get(at - 1).is("\r");
        return first && at + 1 < pieces.size() && pieces.get(at).raw().matches("\\d{1,2}")
                && (pieces.get(at + 1).is(".") || pieces.get(at + 1).is(")"));
    }

    /** @return where to go on */
    private int step(int at) {
        Piece piece = pieces.get(at);
        if (clockTime(at)) {
            return at + 2;
        }
        if (Amounts.FREE.contains(piece.word()) && entry.named()) {
            entry.price(0);
            return at + 1;
        }
        Optional<Measure> measure = piece.isNumber() || piece.isWord() || piece.is("$") ? Measure.at(pieces, at)
                : Optional.empty();
        if (measure.isPresent()) {
            measured(measure.get());
            return measure.get().next();
        }
        if (piece.isWord() || MenuWords.AND.contains(piece.word())) {
            word(piece, at);
        } else {
            sign(piece);
        }
        return at + 1;
    }

    /** "a las 5" is an hour, not a price. */
    private boolean clockTime(int at) {
        return pieces.get(at).is("las") && at + 1 < pieces.size() && NumberWords.at(pieces, at + 1).isPresent();
    }

    private void sign(Piece piece) {
        if (piece.ends() || MenuWords.PAUSE.contains(piece.word()) || piece.is(".")) {
            pause = true;
            removing &= !piece.is("\n");
            not = false;
        }
        inBrackets = piece.is("(") || (inBrackets && !piece.is(")") && !piece.is("\n"));
    }

    private void measured(Measure measure) {
        if (not) {
            not = false;
            return;
        }
        boolean taken = switch (measure) {
            case Measure.Price _ -> entry.priced();
            case Measure.Length _ -> entry.timed();
            case Measure.Bare _ -> hint == Hint.PRICE && entry.priced();
        };
        if (taken && entry.named()) {
            next();
        }
        switch (measure) {
            case Measure.Price(var money, _) -> entry.price(money.centavos());
            case Measure.Length(var duration, _) -> entry.length(duration);
            case Measure.Bare(var hundredths, _) -> bare(hundredths);
        }
        pause = false;
        hint = Hint.NONE;
    }

    private void bare(long hundredths) {
        switch (hint) {
            case PRICE -> entry.price(hundredths);
            case LENGTH -> entry.length(java.time.Duration.ofMinutes(Math.max(1, hundredths / 100)));
            case NONE -> entry.bare(hundredths);
        }
    }

    private void word(Piece piece, int at) {
        String word = piece.word();
        if (removes(at)) {
            pauseFor(true);
            return;
        }
        if (MenuWords.REMOVED_BEFORE.contains(word) && entry.named() && !entry.measured()) {
            entry.remove();
            return;
        }
        if (MenuWords.ADD.contains(word)) {
            pauseFor(false);
            adding = true;
            return;
        }
        hints(word, at);
        if (MenuWords.AND.contains(word)) {
            and(piece, at);
        } else if (MenuWords.LINK.contains(word)) {
            link(piece);
        } else if (!MenuWords.noise(word)) {
            name(piece);
        }
    }

    /** "quita", "ya no hago", and "sin" where nothing is named yet. */
    private boolean removes(int at) {
        Piece piece = pieces.get(at);
        boolean without = piece.is("sin") && !entry.named();
        boolean stopped = piece.is("no") && at + 1 < pieces.size() && (MenuWords.DOING.contains(pieces.get(at + 1).word())
                || (at + 2 < pieces.size() && MenuWords.DOING.contains(pieces.get(at + 2).word())));
        return MenuWords.REMOVE.contains(piece.word()) || without || stopped;
    }

    private void pauseFor(boolean removal) {
        if (entry.named()) {
            next();
        }
        removing = removal;
        adding = false;
        amending = false;
        pause = false;
    }

    private void hints(String word, int at) {
        if (MenuWords.FROM.contains(word) || (word.equals("partir") && at > 0 && pieces.get(at - 1).is("a"))) {
            entry.from();
            hint = Hint.PRICE;
        } else if (MenuWords.LASTING.contains(word)) {
            hint = Hint.LENGTH;
        } else if (MenuWords.PRICED.contains(word) && hint == Hint.NONE && !word.equals("es") && !word.equals("son")) {
            hint = Hint.PRICE;
        }
        not |= (word.equals("no") && entry.named())
                || (MenuWords.BY.contains(word) && at + 1 < pieces.size() && Measure.at(pieces, at + 1).isPresent());
        amending |= MenuWords.AMENDS.contains(word);
        if (MenuWords.CHANGE.contains(word)) {
            removing = false;
            entry.keep();
        }
    }

    private void and(Piece piece, int at) {
        if (entry.named() && !entry.measured() && !pause && joins(at)) {
            entry.word(piece);
        } else {
            pause = true;
        }
    }

    /** "corte y barba 60 min" is one service, "corte y barba" by itself two, unless it is a line of a list or on the menu. */
    private boolean joins(int at) {
        StringBuilder other = new StringBuilder();
        int i = at + 1;
        while (i < pieces.size() && pieces.get(i).isWord() && !MenuWords.AND.contains(pieces.get(i).word())
                && Measure.at(pieces, i).isEmpty() && !MenuWords.PRICED.contains(pieces.get(i).word())
                && !MenuWords.LASTING.contains(pieces.get(i).word()) && i - at < 8) {
            other.append(' ').append(pieces.get(i).word());
            i++;
        }
        if (known.isWhole(entry.name() + other)) {
            return true;
        }
        boolean end = i >= pieces.size() || pieces.get(i).ends();
        boolean said = !end && !pieces.get(i).is(",") && !MenuWords.AND.contains(pieces.get(i).word());
        return !removing && !other.isEmpty() && (said || (end && lists)) && entriesAreMeasured();
    }

    /** In "corte, barba y tinte $500" the names before have nothing of their own, so this is a list. */
    private boolean entriesAreMeasured() {
        return entries.isEmpty() || entries.getLast().measured() || lists;
    }

    private void link(Piece piece) {
        if (entry.named() && !pause && !entry.measured()) {
            entry.word(piece);
        }
    }

    private void name(Piece piece) {
        if (inBrackets && entry.measured() && entry.named()) {
            return;
        }
        if (entry.named() && (pause || entry.measured())) {
            next();
        }
        pause = false;
        not = false;
        entry.word(piece);
        if (removing) {
            entry.remove();
        }
        if (adding) {
            entry.add();
        }
    }

    private void next() {
        if (entry.named() && (!amending || entry.measured() || entry.isRemoved())) {
            entries.add(entry);
        }
        entry = new MenuEntry();
        hint = Hint.NONE;
        not = false;
    }
}
