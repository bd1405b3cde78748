package mx.yume.conversation;

/** What arrived. {@link #CHOICE} is a tap on a button or a list row that Yume offered. */
public enum InboundKind {
    TEXT, CHOICE, IMAGE, AUDIO, VIDEO, DOCUMENT, STICKER, LOCATION, CONTACTS, REACTION, UNKNOWN
}
