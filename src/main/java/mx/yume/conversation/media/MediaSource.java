package mx.yume.conversation.media;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ChannelName;

/** The way to what people sent by one channel. Doors implement it; no transaction is open meanwhile. */
public interface MediaSource {

    /** WhatsApp's own limit for audio (Cloud API, "Supported media types": 16 MB). */
    int MOST_BYTES = 16 * 1024 * 1024;

    ChannelName channel();

    /** At most {@link #MOST_BYTES}; bounded in time by the channel. Does not fail for what the provider does. */
    Uni<Fetched> fetch(MediaReference media);
}
