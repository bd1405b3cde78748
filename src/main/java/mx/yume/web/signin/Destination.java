package mx.yume.web.signin;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Where somebody is brought once they are in: a closed list, so that no link brings them anywhere else. */
public enum Destination {

    BOARD("tablero"), CONNECT("conectar");

    private final String word;

    Destination(String word) {
        this.word = word;
    }

    /** Whatever else a form says, the board. */
    static Destination of(@Nullable String word) {
        return Arrays.stream(values()).filter(destination -> destination.word.equals(word)).findFirst().orElse(BOARD);
    }

    String word() {
        return word;
    }

    public String path() {
        return "/" + word;
    }
}
