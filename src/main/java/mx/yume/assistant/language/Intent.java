package mx.yume.assistant.language;

/** What a customer wants, as far as words tell. */
public enum Intent {
    BOOK, MOVE, CANCEL, MY_APPOINTMENTS, SERVICES, HOURS, ADDRESS, GREETING, THANKS, HELP,
    /** "regresa", "atrás", "mejor otra hora". */
    BACK,
    /** "olvídalo", "ya no", "dejalo así": drop the errand under way. */
    DROP, HUMAN, OPT_OUT, OPT_IN
}
