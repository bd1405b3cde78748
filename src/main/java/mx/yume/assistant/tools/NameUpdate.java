package mx.yume.assistant.tools;

/** What came of update_my_info. */
public sealed interface NameUpdate {

    /**
     * It is theirs now.
     *
     * @param repeated the same call was made before in this turn
     */
    record Stored(String name, boolean repeated) implements NameUpdate {}

    /** Too long, or nothing that could be a name. */
    record NotAName() implements NameUpdate {}
}
