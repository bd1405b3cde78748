package mx.yume.assistant.staff.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class UpdateServiceTest {

    private final PlainYume yume = PlainYume.fresh();
    private final Phone lupita = yume.phone("+525510000001");

    @Test
    void aPriceIsChangedAfterAYesToWhatWasShown() {
        assertThat(lupita.says("sube el corte a 180").body()).contains("Corte de cabello", "$250 → $180", "¿Lo cambio?");
        assertThat(price("Corte de cabello")).isEqualTo("25000");
        assertThat(lupita.says("sí").body()).isEqualTo("Listo: Corte de cabello cuesta $180 y dura 45 min.");
        assertThat(price("Corte de cabello")).isEqualTo("18000");
        assertThat(yume.superuser().rows("select kind, state from flow")).containsExactly(List.of("CHANGE_PRICE", "CONFIRMED"));
    }

    @Test
    void aChangeOfMindIsShownAgainBeforeItCounts() {
        lupita.says("el tinte ahora cuesta 950");
        assertThat(lupita.says("sí, pero mejor 980").body()).contains("$900 → $980");
        assertThat(price("Tinte")).isEqualTo("90000");
        lupita.taps("Sí");
        assertThat(price("Tinte")).isEqualTo("98000");
    }

    @Test
    void fromTheCentralNumberItIsTheSame() {
        var central = lupita.to(SalonLupita.CENTRAL_NUMBER);
        assertThat(central.says("la barba dura 40 minutos").body()).contains("30 min → 40 min");
        assertThat(central.says("va").body()).isEqualTo("Listo: Barba cuesta $150 y dura 40 min.");
        assertThat(yume.superuser().rows("select tool from effect")).containsExactly(List.of("update_service"));
    }

    @Test
    void aNoLeavesEverythingAsItIs() {
        lupita.says("sube el corte a 180");
        assertThat(lupita.says("no").body()).isEqualTo("Listo, no hice nada.");
        assertThat(price("Corte de cabello")).isEqualTo("25000");
    }

    @Test
    void staffMayNot() {
        assertThat(yume.phone(SalonLupita.ANAS_PHONE.e164()).says("sube el corte a 180").body()).contains("no lo puedes hacer");
        assertThat(yume.superuser().count("select count(*) from flow")).isZero();
    }

    private String price(String service) {
        return yume.superuser().rows("select price_centavos::text from service where name = '%s'".formatted(service)).getFirst()
                .getFirst();
    }
}
