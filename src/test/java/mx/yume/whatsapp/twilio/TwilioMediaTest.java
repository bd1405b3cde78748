package mx.yume.whatsapp.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.numbers.OwnAccount;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.media.Fetched;
import mx.yume.conversation.media.MediaReference;
import mx.yume.conversation.media.MediaSource;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.MediaServer;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class TwilioMediaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] NOTE = "OggS…".getBytes(StandardCharsets.UTF_8);
    /** AC1:12345 */
    private static final String OURS = "Basic QUMxOjEyMzQ1";

    private final PlainYume yume = PlainYume.fresh();
    private final MediaServer twilio = new MediaServer();
    private final MediaServer elsewhere = new MediaServer();

    private record Account(Optional<String> accountSid, Optional<String> authToken, String apiUrl,
            Duration mediaTimeout) implements TwilioConfig {

        @Override
        public String publicUrl() {
            return "https://yume.test";
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public boolean reconcile() {
            return false;
        }

        @Override
        public Duration contentTimeout() {
            return Duration.ofSeconds(4);
        }
    }

    @AfterEach
    void close() {
        twilio.close();
        elsewhere.close();
    }

    @Test
    void aVoiceNoteIsFetchedWithTheAccountsCredentials() {
        assertThat(fetch(twilio.keeps("/media/1", NOTE))).isInstanceOfSatisfying(Fetched.Media.class,
                media -> assertThat(media.bytes()).isEqualTo(NOTE));
        assertThat(twilio.asked()).containsExactly(new MediaServer.Asked("/media/1", OURS));
        assertThat(media(Duration.ofSeconds(5)).channel()).isEqualTo(ChannelName.TWILIO);
    }

    @Test
    void whatIsInABusinesssOwnAccountIsFetchedWithItsCredentials() {
        yume.the(BusinessNumbers.class).give(SalonLupita.ID, new PhoneNumber("+525588880009"),
                Optional.of(new OwnAccount(FakeTwilio.SUB_ACCOUNT, FakeTwilio.SUB_ACCOUNT_TOKEN))).await().atMost(PATIENCE);
        var path = "/2010-04-01/Accounts/" + FakeTwilio.SUB_ACCOUNT + "/Messages/MM1/Media/ME1";
        assertThat(fetch(twilio.keeps(path, NOTE))).isInstanceOf(Fetched.Media.class);
        assertThat(twilio.asked()).containsExactly(new MediaServer.Asked(path,
                new TwilioAccount(FakeTwilio.SUB_ACCOUNT, FakeTwilio.SUB_ACCOUNT_TOKEN).credentials()));
        var unknown = path.replace(FakeTwilio.SUB_ACCOUNT, "AC000000000000000000000000000000cc");
        fetch(twilio.keeps(unknown, NOTE));
        assertThat(twilio.asked().getLast()).isEqualTo(new MediaServer.Asked(unknown, OURS));
    }

    @Test
    void theCredentialsDoNotGoAlongWithARedirect() {
        twilio.redirects("/media/1", "/files/1");
        twilio.keeps("/files/1", NOTE);
        assertThat(fetch(twilio.url() + "/media/1")).isInstanceOf(Fetched.Media.class);
        assertThat(twilio.asked().getLast()).isEqualTo(new MediaServer.Asked("/files/1", ""));
    }

    @Test
    void nobodyIsAskedWithoutEncryptionWhoIsNotTwilio() {
        twilio.redirects("/media/1", elsewhere.keeps("/files/1", NOTE));
        assertThat(fetch(twilio.url() + "/media/1")).isEqualTo(new Fetched.Unavailable("HTTP 307"));
        assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void anEndlessRedirectEnds() {
        twilio.redirects("/media/1", "/media/1");
        assertThat(fetch(twilio.url() + "/media/1")).isEqualTo(new Fetched.Unavailable("HTTP 307"));
        assertThat(twilio.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/1", "http://127.0.0.1/1", "file:///etc/passwd", "no es una dirección", "//x",
            "http://user@127.0.0.1:80/"})
    void whatIsNotTwiliosIsNeverAsked(String url) {
        assertThat(fetch(url)).isEqualTo(new Fetched.Unavailable("not Twilio's"));
        assertThat(fetch(elsewhere.keeps("/1", NOTE))).isEqualTo(new Fetched.Unavailable("not Twilio's"));
        assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void whatIsGoneIsUnavailable() {
        assertThat(fetch(twilio.url() + "/media/9")).isEqualTo(new Fetched.Unavailable("HTTP 404"));
        var closed = twilio.url() + "/media/1";
        twilio.close();
        assertThat(fetch(closed)).isInstanceOf(Fetched.Unavailable.class);
    }

    @Test
    void whatIsTooLargeIsNotTaken() {
        assertThat(fetch(twilio.keeps("/media/1", new byte[MediaSource.MOST_BYTES + 1]))).isEqualTo(new Fetched.TooLarge());
        assertThat(fetch(twilio.keeps("/media/2", new byte[MediaSource.MOST_BYTES]))).isInstanceOf(Fetched.Media.class);
    }

    @Test
    void whoeverSaysNothingIsNotWaitedFor() {
        var url = twilio.hangs("/media/1");
        assertThat(media(Duration.ofMillis(200)).fetch(reference(url)).await().atMost(PATIENCE))
                .isEqualTo(new Fetched.Unavailable("no answer in time"));
    }

    @Test
    void withoutAnAccountNothingIsFetched() {
        var none = new TwilioMedia(new Account(Optional.empty(), Optional.empty(), twilio.url(), PATIENCE),
                yume.the(SubAccounts.class));
        assertThat(none.fetch(reference(twilio.keeps("/media/1", NOTE))).await().atMost(PATIENCE))
                .isEqualTo(new Fetched.Unavailable("no account"));
    }

    private Fetched fetch(String url) {
        return media(Duration.ofSeconds(10)).fetch(reference(url)).await().atMost(PATIENCE);
    }

    private TwilioMedia media(Duration timeout) {
        return new TwilioMedia(new Account(Optional.of("AC1"), Optional.of("12345"), twilio.url(), timeout),
                yume.the(SubAccounts.class));
    }

    private static MediaReference reference(String url) {
        return new MediaReference(url, "audio/ogg");
    }
}
