package mx.yume.whatsapp.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.whatsapp.meta.MetaError.Meaning;

class MetaErrorTest {

    @ParameterizedTest
    @CsvSource({"131047,WINDOW_CLOSED", "131026,FINAL", "130429,LATER", "131056,LATER", "80007,LATER", "4,LATER",
            "131048,LATER",
            "1,LATER", "2,LATER", "131000,LATER", "131016,LATER", "131057,LATER", "190,DISCONNECTED", "10,DISCONNECTED",
            "200,DISCONNECTED", "299,DISCONNECTED", "131005,DISCONNECTED", "133010,DISCONNECTED", "0,FINAL", "100,FINAL",
            "131008,FINAL", "131009,FINAL", "132000,FINAL", "132001,FINAL", "368,FINAL", "999999,FINAL"})
    void aCodeSaysWhatToDo(int code, Meaning meaning) {
        assertThat(new MetaError(code, "").meaning()).isEqualTo(meaning);
    }

    @Test
    void theCodeComesBeforeTheSentence() {
        assertThat(MetaError.read(json("{\"code\":131026,\"title\":\"Message undeliverable\",\"message\":\"x\"}")))
                .hasValueSatisfying(error -> assertThat(error.text()).isEqualTo("131026 Message undeliverable"));
        assertThat(MetaError.read(json("{\"code\":190,\"message\":\"Expired\"}")))
                .hasValueSatisfying(error -> assertThat(error.text()).isEqualTo("190 Expired"));
        assertThat(new MetaError(1, "x".repeat(5000)).text()).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"no\"", "7"})
    void whatIsNoErrorIsNone(String json) {
        assertThat(MetaError.read(json(json))).isEmpty();
        assertThat(MetaError.first(json("[" + json + "]"))).isEmpty();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
