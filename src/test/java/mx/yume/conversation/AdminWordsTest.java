package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.platform.PhoneNumber;

class AdminWordsTest {

    @Test
    void commandsAreReadWithoutAccentsAndInAnyCase() {
        assertThat(AdminWords.read(" Plantillas ")).contains(new AdminCommand.Templates());
        assertThat(AdminWords.read("plantillas  enviar")).contains(new AdminCommand.SubmitTemplates());
        assertThat(AdminWords.read("Números pendientes")).contains(new AdminCommand.PendingNumbers());
        assertThat(AdminWords.read("mensajes fallidos")).contains(new AdminCommand.FailedMessages());
        assertThat(AdminWords.read("reintentar todos")).contains(new AdminCommand.Retry(Optional.empty()));
        assertThat(AdminWords.read("Reintentar 0A1b2C3d")).contains(new AdminCommand.Retry(Optional.of("0a1b2c3d")));
        assertThat(AdminWords.read("asignar +52 55 1234 5678 a salon-lupita"))
                .contains(new AdminCommand.Assign(new PhoneNumber("+525512345678"), "salon-lupita"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hola", "plantillas por favor", "quiero ver las plantillas", "reintentar", "reintentar xyz",
            "asignar a salon-lupita", "asignar +1 a salon-lupita", "mensajes"})
    void whateverElseTheyWriteIsNone(String text) {
        assertThat(AdminWords.read(text)).isEmpty();
    }
}
