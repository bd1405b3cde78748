package mx.yume.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.InboundKind;

class PhoneTest {

    private static final String VISITS = """
            select a.customer_name, to_char(a.local_start, 'YYYY-MM-DD HH24:MI'), a.status from appointment a""";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone paty = yume.phone("+525511110001").called("Paty 💅");

    @Test
    void aBookingGoesTheWholeWay() {
        assertThat(paty.says("hola, quiero manicure mañana a las 5").body()).contains("¿a nombre de quién");
        assertThat(paty.says("Paty López").titles()).containsExactly("Sí", "Cambiar", "No");
        assertThat(paty.taps("Sí").body()).startsWith("¡Listo, Paty!");
        assertThat(yume.superuser().rows(VISITS)).containsExactly(List.of("Paty López", "2027-01-14 17:00", "confirmed"));
        assertThat(paty.replies()).hasSize(3);
        assertThat(yume.superuser().count("select count(*) from outbox where status <> 'sent'")).isZero();
    }

    @Test
    void theTeamIsToldOfWhatCustomersDo() {
        var ana = yume.phone(SalonLupita.ANAS_PHONE.e164());
        ana.says("hola");
        paty.says("manicure mañana a las 5, soy Paty López");
        paty.says("sí");
        assertThat(ana.notices()).singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("Nueva cita", "Paty López", "Manicure con Ana"));
        assertThat(ana.last()).isEqualTo(ana.notices().getFirst());
        assertThat(paty.notices()).isEmpty();
    }

    @Test
    void theModelAnswersWhereThereIsOne() {
        try (var model = ScriptedModel.start()) {
            var withModel = yume.with(model).phone("+525511110002");
            model.calls("list_services", "{}").says("Tenemos Manicure en $220. ¿Te agendo?");
            assertThat(withModel.says("¿qué me recomiendas para mis uñas?").body()).contains("Manicure en $220");
            assertThat(model.requests()).hasSize(2);
            assertThat(model.left()).isZero();
        }
    }

    @Test
    void aBurstIsAnsweredOnceAndAStickerNot() {
        paty.posts("hola");
        paty.posts("quiero un corte");
        assertThat(paty.says("mañana").body()).contains("Corte de cabello");
        assertThat(paty.sends(InboundKind.STICKER)).isEqualTo(Phone.Message.NONE);
        assertThat(paty.replies()).hasSize(1);
    }

    @Test
    void eachNumberIsAChatOfItsOwn() {
        var central = paty.to(SalonLupita.CENTRAL_NUMBER);
        paty.says("hola");
        assertThat(central.received()).isEmpty();
        assertThat(central.says("hola").body()).contains("Yume");
        assertThat(paty.received()).hasSize(1);
    }

    @Test
    void whatIsNotOfferedCannotBeTapped() {
        paty.says("hola");
        assertThatThrownBy(() -> paty.taps("Comprar")).hasMessageContaining("Comprar");
    }

    @Test
    void settingsCanBeSaidOtherwise() {
        var slow = yume.with(Map.of("yume.inbox.debounce", "60s"));
        assertThat(slow.phone("+525511110003").says("hola")).isEqualTo(Phone.Message.NONE);
    }
}
