package mx.yume.assistant.language;

/** What a customer wants, as far as words tell. */
public enum Intent {
    BOOK,
    /** "lo de siempre", "lo mismo de la otra vez": book what this customer usually has. */
    USUAL,
    /** Also "otra hora" by itself, which in the middle of booking means another one than those offered. */
    MOVE, CANCEL,
    /** "cancela todas mis citas". */
    CANCEL_ALL,
    /** "avísame si se libera", "ponme en lista de espera". */
    WAITLIST, MY_APPOINTMENTS, SERVICES, HOURS, ADDRESS, GREETING, THANKS, HELP,
    /** "regresa", "atrás", "mejor otra hora", "más tarde", "ninguno me queda": choose again. */
    BACK,
    /** "olvídalo", "ya no", "dejalo así": drop the errand under way. */
    DROP, HUMAN,
    /** "¿eres un robot?", "¿cómo te llamas?" */
    ABOUT_YOU,
    /** Hard words at the house or at Yume. */
    INSULT,
    /** Clearly English, as a whole; nothing else is read from it. */
    FOREIGN, OPT_OUT, OPT_IN
}
