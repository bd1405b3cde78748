package mx.yume.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void browsersAreToldByTheNameThatTheirUsersKnow() {
        assertThat(Device.describe("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/140.0.0.0 Mobile Safari/537.36")).isEqualTo("Chrome en Android");
        assertThat(Device.describe("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
                + "Gecko) Version/18.5 Mobile/15E148 Safari/604.1")).isEqualTo("Safari en iPhone");
        assertThat(Device.describe("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0")).isEqualTo("Edge en Windows");
        assertThat(Device.describe("Mozilla/5.0 (Macintosh; Intel Mac OS X 15.5; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox en Mac");
        assertThat(Device.describe("Mozilla/5.0 (Linux; Android 14; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36")).isEqualTo("Samsung Internet en Android");
    }

    @Test
    void whatIsNoBrowserIsNothing() {
        assertThat(Device.describe(null)).isEmpty();
        assertThat(Device.describe("curl/8.5.0")).isEmpty();
        assertThat(Device.describe("<script>".repeat(10_000))).isEmpty();
    }
}
