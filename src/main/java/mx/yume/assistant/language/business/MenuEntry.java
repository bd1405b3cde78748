package mx.yume.assistant.language.business;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import mx.yume.platform.Money;

/** One service while it is being read. */
final class MenuEntry {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_WORDS = 8;
    /** Bounds of a bare number that can be minutes beside another that is a price. */
    private static final long FEWEST_MINUTES = 5;
    private static final long MOST_MINUTES = 480;

    private final List<Piece> name = new ArrayList<>();
    private final List<Long> bare = new ArrayList<>();
    private Optional<Money> price = Optional.empty();
    private Optional<Duration> length = Optional.empty();
    private boolean from;
    private boolean removed;
    private boolean added;

    void word(Piece piece) {
        name.add(piece);
    }

    void price(long hundredths) {
        price = Optional.of(new Money(hundredths));
    }

    void length(Duration duration) {
        length = Optional.of(duration);
    }

    void bare(long hundredths) {
        bare.add(hundredths);
    }

    void from() {
        from = true;
    }

    void remove() {
        removed = true;
    }

    void keep() {
        removed = false;
    }

    void add() {
        added = true;
    }

    boolean isRemoved() {
        return removed && !measured();
    }

    boolean isAdded() {
        return added;
    }

    boolean named() {
        return name.stream().anyMatch(piece -> !MenuWords.LINK.contains(piece.word()) && !MenuWords.AND.contains(piece.word()));
    }

    boolean measured() {
        return price.isPresent() || length.isPresent() || !bare.isEmpty();
    }

    boolean priced() {
        return price.isPresent();
    }

    boolean timed() {
        return length.isPresent();
    }

    /** A name of which some word is not everyday talk; without a price or a duration none may be. */
    boolean plausible() {
        List<Piece> words = name.stream().filter(piece -> !MenuWords.LINK.contains(piece.word())
                && !MenuWords.AND.contains(piece.word())).toList();
        boolean everyday = measured() ? words.stream().allMatch(piece -> MenuWords.everyday(piece.word()))
                : words.stream().anyMatch(piece -> MenuWords.everyday(piece.word()));
        return !words.isEmpty() && words.size() <= MOST_WORDS && !everyday && name().length() <= LONGEST_NAME;
    }

    /** Begins with a capital letter; a name written all in capitals is calmed down. */
    String name() {
        List<Piece> words = new ArrayList<>(name);
        while (!words.isEmpty() && edge(words.getFirst())) {
            words.removeFirst();
        }
        while (!words.isEmpty() && edge(words.getLast())) {
            words.removeLast();
        }
        String joined = String.join(" ", words.stream().map(Piece::raw).toList());
        boolean shouted = joined.length() > 3 && joined.equals(joined.toUpperCase(Locale.ROOT));
        String calm = shouted ? joined.toLowerCase(Locale.ROOT) : joined;
        return calm.isEmpty() ? "" : calm.substring(0, 1).toUpperCase(Locale.ROOT) + calm.substring(1);
    }

    private static boolean edge(Piece piece) {
        return MenuWords.LINK.contains(piece.word()) || MenuWords.AND.contains(piece.word());
    }

    ServiceLine line(KnownNames known) {
        settle();
        return new ServiceLine(name(), known.meant(name()), length, price, from);
    }

    /** Of two bare numbers the smaller is minutes; one alone is what is missing, the price first. */
    private void settle() {
        List<Long> left = bare.stream().distinct().sorted().toList();
        if (left.size() == 2 && price.isEmpty() && length.isEmpty() && minutes(left.getFirst())) {
            length = Optional.of(Duration.ofMinutes(left.getFirst() / 100));
            price = Optional.of(new Money(left.getLast()));
        } else if (left.size() == 1 && price.isEmpty()) {
            price = Optional.of(new Money(left.getFirst()));
        } else if (left.size() == 1 && length.isEmpty() && minutes(left.getFirst())) {
            length = Optional.of(Duration.ofMinutes(left.getFirst() / 100));
        }
    }

    private static boolean minutes(long hundredths) {
        return hundredths % 100 == 0 && hundredths / 100 >= FEWEST_MINUTES && hundredths / 100 <= MOST_MINUTES;
    }
}
