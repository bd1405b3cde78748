package mx.yume.platform;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import mx.yume.identity.MagicLinks;
import mx.yume.identity.Token;
import mx.yume.testing.Dump;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Whoever steals a copy of the database can open nothing with it. */
class SecretsAtRestTest {

    private static final Pattern LINK = Pattern.compile("[?]t=([A-Za-z0-9_-]{43})");
    private static final String SECRET = "c2VjcmV0LW9mLXRoaXMtdGVzdC1vbmx5LTAxMjM0NTY=";
    private static final String TWILIO = "a-token-of-twilio-for-this-test";

    private final PlainYume yume = PlainYume.fresh()
            .with(Map.of("yume.secret", SECRET, "yume.twilio.auth-token", TWILIO));

    @Test
    void noTokenIsInADump() {
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
        lupita.says("mándame el link del tablero");
        var unused = token(lupita.notices().getFirst().body());
        lupita.says("mándame el link del tablero otra vez");
        var used = token(lupita.notices().getLast().body());
        var session = await(yume.the(MagicLinks.class).use(Token.parse(used).orElseThrow())).orElseThrow().written();
        assertThat(Dump.of(yume).holding(unused)).as("while it opens something it is in its message alone").singleElement()
                .asString().startsWith("public.outbox");
        yume.clock().tick(MagicLinks.GOOD_FOR);
        yume.settle();

        var dump = Dump.of(yume);
        for (var secret : new String[]{unused, used, session, SECRET, TWILIO}) {
            assertThat(dump.holding(secret)).isEmpty();
        }
        assertThat(dump.holding("entrar?t=…")).as("the message is still there, without what it opened with").hasSize(2);
        assertThat(dump.holding("Lupita")).as("there is something to find").isNotEmpty();
    }

    private static String token(String body) {
        var link = LINK.matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }
}
