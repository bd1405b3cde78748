package mx.yume.whatsapp.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaStartTest {

    @ParameterizedTest
    @ValueSource(strings = {"META_VERIFY_TOKEN", "META_ACCESS_TOKEN", "META_APP_ID"})
    void whatIsMissingIsNamedWithWhatDoesNotWork(String variable) {
        assertThat(new MetaStart(App.ON.without(variable)).missing()).singleElement().asString().startsWith(variable + " (");
    }

    @Test
    void nothingIsMissingWhereAllIsSetOrTheChannelIsOff() {
        assertThat(new MetaStart(App.ON).missing()).isEmpty();
        assertThat(new MetaStart(App.OFF).missing()).isEmpty();
    }
}
