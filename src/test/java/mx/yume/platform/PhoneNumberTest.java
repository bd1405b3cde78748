package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({"whatsapp:+5215512345678, +525512345678", "5215512345678, +525512345678", "+525512345678, +525512345678",
            "55 1234 5678, +525512345678", "(55) 1234-5678, +525512345678", "044 55 1234 5678, +525512345678",
            "0455512345678, +525512345678", "01 55 1234 5678, +525512345678", "525512345678, +525512345678",
            "+1 212 555 0123, +12125550123", "whatsapp:+12125550123, +12125550123", "+34 600 123 456, +34600123456"})
    void everyWayToWriteAPhoneIsStoredOneWay(String written, String stored) {
        assertThat(PhoneNumber.parse(written)).hasValue(new PhoneNumber(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hola", "123", "whatsapp:", "+", "MX.1234567890", "+52551234567812345678",
            "55555555555555555555555555555555555555555555555"})
    void whatCannotBeAPhoneIsNotOne(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @Test
    void onlyE164IsConstructed() {
        assertThatThrownBy(() -> new PhoneNumber("5512345678")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void logsShowOnlyTheLastFourDigits() {
        assertThat(new PhoneNumber("+525512345678").masked()).isEqualTo("…5678");
    }
}
