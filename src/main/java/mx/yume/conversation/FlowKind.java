package mx.yume.conversation;

public enum FlowKind {
    BOOKING, MODIFY, CANCEL
}
