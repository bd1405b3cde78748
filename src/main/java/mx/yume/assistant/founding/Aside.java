package mx.yume.assistant.founding;

/** What somebody says beside setting their business up: a question, a courtesy, a wish that belongs elsewhere. */
enum Aside {
    START_OVER, PRICE, OWN_NUMBER, DASHBOARD, PRIVACY, WHAT_IS_THIS,
    /** They want an appointment, and this number gives none. */
    WRONG_NUMBER, HUMAN, OPT_OUT, OPT_IN, FOREIGN, LATER, THANKS, GREETING,
    /** "Es todo", "nada más": what was asked before is enough. */
    ENOUGH, INSULT
}
