package mx.yume.assistant.language;

/** What a customer wants, as far as words tell. */
public enum Intent {
    BOOK,
    /** Also "otra hora" by itself, which in the middle of booking means another one than those offered. */
    MOVE, CANCEL, MY_APPOINTMENTS, SERVICES, HOURS, ADDRESS, GREETING, THANKS, HELP,
    /** "regresa", "atrás", "mejor otra hora", "más tarde", "ninguno me queda": choose again. */
    BACK,
    /** "olvídalo", "ya no", "dejalo así": drop the errand under way. */
    DROP, HUMAN, OPT_OUT, OPT_IN
}
