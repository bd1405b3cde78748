package mx.yume.assistant.tools;

import java.util.Optional;

/** What can be kept as somebody's name: 1 to 80 characters on one line, with a letter among them. */
final class PersonName {

    private static final int LONGEST = 80;

    private PersonName() {}

    static Optional<String> of(String told) {
        var name = told.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return name.length() <= LONGEST && name.codePoints().anyMatch(Character::isLetter) ? Optional.of(name)
                : Optional.empty();
    }
}
