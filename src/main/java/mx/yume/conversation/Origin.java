package mx.yume.conversation;

/** Where a turn comes from. What is not real never reaches a provider. */
public enum Origin {
    REAL, SIMULATOR, PLAYGROUND
}
