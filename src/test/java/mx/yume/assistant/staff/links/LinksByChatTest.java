package mx.yume.assistant.staff.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;

/** Links that owners ask for: sent as a message of their own, and held by nothing else. */
class LinksByChatTest {

    private static final Pattern LINK = Pattern.compile("https://yume\\.test/entrar\\?t=([A-Za-z0-9_-]{43})");

    private final PlainYume yume = PlainYume.fresh();
    private final Phone lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());

    @ParameterizedTest
    @ValueSource(strings = {"mándame el link del tablero", "quiero entrar a la página", "el dashboard", "pásame la liga",
            "¿cómo entro al sistema?"})
    void ownersGetTheLinkOfTheDashboard(String words) {
        var said = lupita.says(words);
        assertThat(said.body()).contains("te mandé el link").doesNotContain("entrar?t=");
        assertThat(lupita.notices()).singleElement().satisfies(
                link -> assertThat(link.body()).containsPattern(LINK).contains("10 minutos", "una sola vez"));
        assertThat(yume.superuser().count("select count(*) from magic_link")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quiero conectar mi número", "usar mi propio WhatsApp", "¿puedo usar mi mismo whats?"})
    void whoeverWantsTheirOwnNumberGetsTheLinkOfThePageThatConnectsIt(String words) {
        assertThat(lupita.says(words).body()).contains("link para conectar el número", "Salón Lupita")
                .doesNotContain("conectar?t=");
        assertThat(lupita.notices()).singleElement().satisfies(link -> assertThat(link.body())
                .containsPattern("https://yume.test/conectar\\?t=[A-Za-z0-9_-]{43}").contains("conectas tu número"));
    }

    @Test
    void whereNumbersCannotBeConnectedThatIsSaid() {
        var without = yume.with(Map.of("yume.meta.app-secret", ""));
        assertThat(without.phone(SalonLupita.LUPITAS_PHONE.e164()).says("quiero conectar mi número").body())
                .contains("todavía no se puede", "el número de WhatsApp de Salón Lupita");
    }

    @Test
    void theLinkIsInTheMessageAndNowhereElse() {
        lupita.says("mándame el link del tablero");
        var token = token(lupita);
        assertThat(yume.superuser().rows("select result::text, arguments from effect").toString()).contains("te mandé")
                .doesNotContain(token);
        assertThat(yume.superuser().rows("select steps::text from turn_trace").toString())
                .contains("send_dashboard_link → Done")
                .doesNotContain(token);
        assertThat(yume.superuser().rows("select body from inbound_message").toString()).doesNotContain(token);
    }

    @Test
    void anOwnerWhoWritesToYumeGetsItThere() {
        var central = lupita.to(SalonLupita.CENTRAL_NUMBER);
        assertThat(central.says("mándame el link del tablero").body()).contains("te mandé el link");
        assertThat(token(central)).isNotEmpty();
        assertThat(yume.superuser().rows("select organization_id::text from magic_link").getFirst())
                .containsExactly(SalonLupita.ID.toString());
        assertThat(lupita.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+525510000002", "+525510000003"})
    void nobodyElseGetsOne(String number) {
        var other = yume.phone(number);
        assertThat(other.says("mándame el link del tablero").body()).contains("no lo puedes hacer");
        assertThat(other.says("quiero conectar mi número de WhatsApp").body()).contains("no lo puedes hacer");
        assertThat(other.notices()).isEmpty();
        assertThat(yume.superuser().count("select count(*) from magic_link")).isZero();
    }

    @Test
    void aLinkForCustomersIsAnotherThing() {
        lupita.says("mándame el link para que mis clientes agenden");
        assertThat(yume.superuser().count("select count(*) from magic_link")).isZero();
    }

    @Test
    void theModelSendsItAndNeverSeesIt() {
        try (var model = ScriptedModel.start()) {
            var owner = yume.with(model).phone(SalonLupita.LUPITAS_PHONE.e164());
            model.calls("send_dashboard_link", "{}").says("Ya te lo mandé.").says("De nada.");
            assertThat(owner.says("oye y dónde veo todo eso en la compu").body()).contains("te mandé el link");
            owner.says("ok va qué padre se ve");
            assertThat(model.requests()).hasSize(3).allSatisfy(
                    request -> assertThat(request.body().toString()).doesNotContain(token(owner)));
        }
    }

    @Test
    void theSameCallTwiceInATurnSendsOne() {
        try (var model = ScriptedModel.start()) {
            var owner = yume.with(model).phone(SalonLupita.LUPITAS_PHONE.e164());
            model.calls("send_dashboard_link", "{}").calls("send_dashboard_link", "{}").says("Listo.");
            owner.says("oye y dónde veo todo eso en la compu");
            assertThat(owner.notices()).hasSize(1);
        }
    }

    private static String token(Phone phone) {
        var found = LINK.matcher(phone.notices().getLast().body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
