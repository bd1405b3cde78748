package mx.yume.assistant.language;

public enum Answer {
    YES, NO
}
