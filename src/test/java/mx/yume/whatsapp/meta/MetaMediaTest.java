package mx.yume.whatsapp.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.business.numbers.Connections;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.inbox.Receivers;
import mx.yume.conversation.media.Fetched;
import mx.yume.conversation.media.MediaReference;
import mx.yume.conversation.media.MediaSource;
import mx.yume.testing.MediaServer;
import mx.yume.testing.PlainYume;

class MetaMediaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] NOTE = "OggS…".getBytes(UTF_8);
    private static final String OURS = "Bearer EAAtest";
    private static final String REFERENCE = "1908647269898587?phone_number_id=555000000000002";
    private static final String DESCRIPTION = "/v26.0/1908647269898587";

    private final MediaServer graph = new MediaServer();
    private final MediaServer elsewhere = new MediaServer();
    private Receivers receivers = PlainYume.shared().the(Receivers.class);

    @BeforeEach
    void freshWorld() {
        receivers = PlainYume.fresh().the(Receivers.class);
    }

    @AfterEach
    void close() {
        graph.close();
        elsewhere.close();
    }

    @Test
    void aVoiceNoteIsFetchedWhereMetaSaysWithTheToken() {
        describedAs(graph.keeps("/file", NOTE));

        assertThat(fetch(REFERENCE)).isInstanceOfSatisfying(Fetched.Media.class,
                media -> assertThat(media.bytes()).isEqualTo(NOTE));
        assertThat(graph.asked()).containsExactly(new MediaServer.Asked(DESCRIPTION, OURS),
                new MediaServer.Asked("/file", OURS));
        assertThat(media(PATIENCE).channel()).isEqualTo(ChannelName.META);
    }

    @Test
    void theTokenGoesToNobodyButMeta() {
        describedAs(elsewhere.keeps("/file", NOTE));

        assertThat(fetch(REFERENCE)).isEqualTo(new Fetched.Unavailable("not at Meta's"));
        assertThat(elsewhere.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/1", "http://lookaside.fbsbx.com/1", "https://fbsbx.com.evil.example/1",
            "https://evilfbsbx.com/1", "https://user@lookaside.fbsbx.com/1", "https://lookaside.fbsbx.com:8443/1",
            "file:///etc/passwd", "no es una dirección", "//x", ""})
    void whatIsNotMetasIsNeverAsked(String url) {
        describedAs(url);

        assertThat(fetch(REFERENCE)).isEqualTo(new Fetched.Unavailable("not at Meta's"));
        assertThat(graph.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "me", "../me?phone_number_id=555000000000002", "1?phone_number_id=555000000000002&x=1",
            "https://evil.example/1", "1908647269898587"})
    void whatIsNoIdOfMetasIsNotAskedFor(String reference) {
        assertThat(fetch(reference)).isEqualTo(new Fetched.Unavailable("not Meta's"));
        assertThat(graph.asked()).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        graph.redirects("/file", elsewhere.keeps("/1", NOTE));
        describedAs(graph.url() + "/file");

        assertThat(fetch(REFERENCE)).isEqualTo(new Fetched.Unavailable("HTTP 307"));
        assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void whatIsGoneIsUnavailable() {
        assertThat(fetch(REFERENCE)).isEqualTo(new Fetched.Unavailable("HTTP 404"));
        describedAs(graph.url() + "/nothing");
        assertThat(fetch(REFERENCE)).isEqualTo(new Fetched.Unavailable("HTTP 404"));
        graph.close();
        assertThat(fetch(REFERENCE)).isInstanceOf(Fetched.Unavailable.class);
    }

    @Test
    void whatIsTooLargeIsNotTaken() {
        describedAs(graph.keeps("/file", new byte[MediaSource.MOST_BYTES + 1]));
        assertThat(fetch(REFERENCE)).isEqualTo(new Fetched.TooLarge());
        graph.keeps("/file", new byte[MediaSource.MOST_BYTES]);
        assertThat(fetch(REFERENCE)).isInstanceOf(Fetched.Media.class);
    }

    @Test
    void whoeverSaysNothingIsNotWaitedFor() {
        graph.hangs(DESCRIPTION);

        assertThat(media(Duration.ofMillis(200)).fetch(reference(REFERENCE)).await().atMost(PATIENCE))
                .isEqualTo(new Fetched.Unavailable("no answer in time"));
    }

    @Test
    void withoutATokenAndForANumberThatNobodyOwnsNothingIsFetched() {
        describedAs(graph.keeps("/file", NOTE));
        var app = App.at(graph.url(), PATIENCE).without("META_ACCESS_TOKEN");

        assertThat(new MetaMedia(app, new MetaTokens(app, PlainYume.shared().the(Connections.class)), receivers,
                new ObjectMapper()).fetch(reference(REFERENCE)).await()
                .atMost(PATIENCE)).isEqualTo(new Fetched.Unavailable("no token"));
        assertThat(fetch("1908647269898587?phone_number_id=555000000000009")).isEqualTo(new Fetched.Unavailable("no token"));
        assertThat(graph.asked()).isEmpty();
    }

    private void describedAs(String url) {
        graph.keeps(DESCRIPTION, "{\"url\":\"%s\",\"mime_type\":\"audio/ogg\",\"id\":\"1\"}".formatted(url).getBytes(UTF_8));
    }

    private Fetched fetch(String reference) {
        return media(Duration.ofSeconds(10)).fetch(reference(reference)).await().atMost(PATIENCE);
    }

    private MetaMedia media(Duration timeout) {
        var app = App.at(graph.url(), timeout);
        return new MetaMedia(app, new MetaTokens(app, PlainYume.shared().the(Connections.class)), receivers,
                new ObjectMapper());
    }

    private static MediaReference reference(String path) {
        return new MediaReference(path, "audio/ogg");
    }
}
