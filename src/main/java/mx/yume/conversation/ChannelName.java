package mx.yume.conversation;

public enum ChannelName {
    TWILIO, META, SIMULATOR
}
