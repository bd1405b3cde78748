package mx.yume.whatsapp.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.conversation.Delivery;

class MetaAnswerTest {

    private static Delivery delivery(int status, String body) {
        return MetaAnswer.read(new ObjectMapper(), status, body).delivery("ours");
    }

    private static Delivery refused(int status, int code) {
        return delivery(status, "{\"error\":{\"message\":\"why\",\"type\":\"OAuthException\",\"code\":%d}}".formatted(code));
    }

    @Test
    void anAcceptedMessageHasItsId() {
        assertThat(delivery(200, "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.1\"}]}"))
                .isEqualTo(new Delivery.Accepted("wamid.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"messages\":[]}", "{\"messages\":7}"})
    void anAcceptanceThatCannotBeReadIsStillOne(String body) {
        assertThat(delivery(200, body)).isEqualTo(new Delivery.Accepted("ours"));
    }

    @Test
    void aClosedWindowTakesATemplate() {
        assertThat(refused(400, 131047)).isEqualTo(new Delivery.WindowClosed("131047 why"));
    }

    @ParameterizedTest
    @CsvSource({"400,131026", "400,100", "400,131008", "400,131009", "404,132001", "400,132000", "400,368"})
    void whatWillNeverPassIsRejectedWithItsCode(int status, int code) {
        assertThat(refused(status, code)).isEqualTo(new Delivery.Rejected(code + " why"));
    }

    @ParameterizedTest
    @CsvSource({"400,130429", "400,131056", "400,80007", "400,4", "429,131048", "500,1", "503,2", "500,131000", "500,131016",
            "429,999", "500,999", "408,999"})
    void whatMayPassLaterIsTriedAgain(int status, int code) {
        assertThat(refused(status, code)).isEqualTo(new Delivery.TryAgain(code + " why"));
    }

    @ParameterizedTest
    @CsvSource({"401,190", "403,10", "403,200", "403,131005", "400,133010"})
    void aTokenThatIsNoLongerGoodDisconnects(int status, int code) {
        assertThat(refused(status, code)).isEqualTo(new Delivery.Disconnected(code + " why"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad gateway</html>", "[]", "null", "{\"error\":\"x\"}"})
    void aGatewaysPageCountsByItsStatus(String body) {
        assertThat(delivery(502, body)).isEqualTo(new Delivery.TryAgain("HTTP 502"));
        assertThat(delivery(400, body)).isEqualTo(new Delivery.Rejected("HTTP 400"));
        assertThat(delivery(401, body)).isEqualTo(new Delivery.Disconnected("HTTP 401"));
    }
}
