package mx.yume.whatsapp.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.conversation.Delivery;

class TwilioAnswerTest {

    private static Delivery delivery(int status, String body) {
        return TwilioAnswer.read(new ObjectMapper(), body).delivery(status, "ours");
    }

    @Test
    void anAcceptedMessageHasItsSid() {
        assertThat(delivery(201, "{\"sid\":\"SM1\",\"status\":\"queued\",\"error_code\":null}"))
                .isEqualTo(new Delivery.Accepted("SM1"));
    }

    @Test
    void anAcceptanceThatCannotBeReadIsStillOne() {
        assertThat(delivery(201, "<html>")).isEqualTo(new Delivery.Accepted("ours"));
    }

    @ParameterizedTest
    @CsvSource({"400,63024", "400,63003", "400,21211", "400,21614", "400,21610", "400,21617", "400,21656", "404,20404"})
    void whatWillNeverPassIsRejectedWithItsCode(int status, int code) {
        assertThat(delivery(status, "{\"code\":%d,\"message\":\"why\",\"status\":%d}".formatted(code, status)))
                .isEqualTo(new Delivery.Rejected(code + " why"));
    }

    @Test
    void aClosedWindowAsksForATemplate() {
        assertThat(delivery(400, "{\"code\":63016,\"message\":\"why\"}")).isEqualTo(new Delivery.WindowClosed("63016 why"));
    }

    @ParameterizedTest
    @CsvSource({"401,20003", "400,63007", "400,63020", "400,21606", "403,20005"})
    void aNumberThatCannotSendWaitsForSomebodyToConnectIt(int status, int code) {
        assertThat(delivery(status, "{\"code\":%d,\"message\":\"why\"}".formatted(code)))
                .isEqualTo(new Delivery.Disconnected(code + " why"));
        assertThat(delivery(401, "<html>")).isEqualTo(new Delivery.Disconnected("HTTP 401"));
    }

    @ParameterizedTest
    @CsvSource({"400,30001", "400,21611", "400,63012", "400,63038", "429,20429", "400,63018", "500,20500", "503,20503"})
    void whatMayPassLaterIsTriedAgain(int status, int code) {
        assertThat(delivery(status, "{\"code\":%d,\"message\":\"later\"}".formatted(code)))
                .isEqualTo(new Delivery.TryAgain(code + " later"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad gateway</html>", "[]", "null", "{\"code\":\"x\"}"})
    void aGatewaysPageCountsByItsStatus(String body) {
        assertThat(delivery(502, body)).isEqualTo(new Delivery.TryAgain("HTTP 502"));
        assertThat(delivery(400, body)).isEqualTo(new Delivery.Rejected("HTTP 400"));
    }
}
