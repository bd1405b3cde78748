package mx.yume.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.identity.MagicLinks;
import mx.yume.identity.Sessions;
import mx.yume.identity.AskingLimits;
import mx.yume.identity.SignedIn;
import mx.yume.identity.Token;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Whoever says that a phone is theirs is sent a link to it, and nobody learns whether it was. */
class SignInLinksTest {

    private static final Pattern LINK = Pattern.compile("/entrar\\?t=([A-Za-z0-9_-]+)");

    private final PlainYume yume = PlainYume.fresh();
    private final SignInLinks links = yume.the(SignInLinks.class);
    private final Phone lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164()).to(SalonLupita.CENTRAL_NUMBER);

    @Test
    void theLinkComesFromYumesNumberAndOpensTheBoardOnce() {
        ask(SalonLupita.LUPITAS_PHONE, "198.51.100.1");
        yume.settle();
        assertThat(lupita.notices()).singleElement()
                .satisfies(message -> assertThat(message.body()).contains("al tablero de Salón Lupita", "10 minutos"));
        var session = await(yume.the(MagicLinks.class).use(sent())).orElseThrow();
        assertThat(await(yume.the(Sessions.class).find(session)))
                .hasValue(new SignedIn(SalonLupita.ID, SalonLupita.LUPITA.value()));
        assertThat(await(yume.the(MagicLinks.class).use(sent()))).isEmpty();
    }

    @Test
    void whoeverIsNobodyIsSentNothingAndIsNotWrittenDown() {
        ask(new PhoneNumber("+525599990001"), "198.51.100.1");
        assertThat(yume.superuser().count("select count(*) from job where kind = 'sign_in.asked'")).as("the same work").isOne();
        yume.settle();
        assertThat(yume.superuser().count("select count(*) from outbox")).isZero();
        assertThat(yume.superuser().count("select count(*) from person_identity")).isZero();
        assertThat(yume.superuser().count("select count(*) from job where kind = 'sign_in.asked'")).isZero();
    }

    @Test
    void whatIsAskedForTooOftenIsNotDone() {
        for (var time = 0; time < AskingLimits.MOST_OF_A_PHONE + 2; time++) {
            ask(SalonLupita.LUPITAS_PHONE, "198.51.100." + time);
        }
        yume.settle();
        assertThat(lupita.notices()).hasSize(AskingLimits.MOST_OF_A_PHONE);
    }

    @Test
    void whoeverLeftBeforeTheLinkWasWrittenIsSentNone() {
        ask(SalonLupita.BETOS_PHONE, "198.51.100.1");
        yume.superuser().execute("update staff_member set active = false where name = 'Beto'");
        yume.settle();
        assertThat(yume.superuser().count("select count(*) from outbox")).isZero();
        assertThat(yume.superuser().count("select count(*) from magic_link")).isZero();
    }

    @Test
    void ofASuspendedBusinessNobodyIsSentALinkAndWhatWasOpenIsClosed() {
        ask(SalonLupita.LUPITAS_PHONE, "198.51.100.1");
        yume.settle();
        var session = await(yume.the(MagicLinks.class).use(sent())).orElseThrow();
        yume.superuser().execute("update organization set status = 'suspended' where slug = 'salon-lupita'");
        assertThat(await(yume.the(Sessions.class).find(session))).isEmpty();
        ask(SalonLupita.LUPITAS_PHONE, "198.51.100.1");
        yume.settle();
        assertThat(lupita.notices()).as("the one before").hasSize(1);
    }

    @Test
    void theLinkIsTakenOutOfWhatWasSentWhenItIsOver() {
        ask(SalonLupita.LUPITAS_PHONE, "198.51.100.1");
        yume.settle();
        yume.clock().tick(MagicLinks.GOOD_FOR);
        yume.settle();
        assertThat(lupita.notices().getFirst().body()).doesNotContainPattern(LINK);
    }

    private Token sent() {
        var found = LINK.matcher(lupita.notices().getFirst().body());
        assertThat(found.find()).isTrue();
        return Token.parse(found.group(1)).orElseThrow();
    }

    private void ask(PhoneNumber phone, String address) {
        await(links.ask(phone, address));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
