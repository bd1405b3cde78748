package mx.yume.conversation.media;

import java.util.Optional;

/**
 * Where a provider keeps something that was sent.
 *
 * @param url as the provider wrote it, at most {@value #LONGEST_URL} characters
 * @param contentType as the provider wrote it: "audio/ogg; codecs=opus"
 */
public record MediaReference(String url, String contentType) {

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_TYPE = 200;

    /** Nothing when it is not of the form that can be kept: the message is worth more than what hangs on it. */
    public static Optional<MediaReference> of(Optional<String> url, Optional<String> contentType) {
        return url.filter(it -> fits(it, LONGEST_URL)).flatMap(at -> contentType.filter(it -> fits(it, LONGEST_TYPE))
                .map(type -> new MediaReference(at, type)));
    }

    private static boolean fits(String text, int most) {
        return !text.isBlank() && text.length() <= most && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }
}
