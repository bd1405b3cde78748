package mx.yume.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import mx.yume.conversation.InboundKind;
import mx.yume.testing.InjectScriptedModel;
import mx.yume.testing.ScriptedModel;
import mx.yume.testing.WithScriptedModel;

/** What the model does well, against the real tools and the real database. The clock says Wednesday 13 January 2027, 10:00. */
@QuarkusTest
@TestProfile(WithScriptedModel.class)
class ModelBookingTest {

    static final String BOOK = "{\"service\":\"corte de cabello\",\"start\":\"2027-01-15T17:00\",\"staff\":\"Ana\",\"customer_name\":\"Paty\"}";

    @InjectScriptedModel
    ScriptedModel model;
    @Inject
    Salon salon;

    @BeforeEach
    void fresh() {
        salon.fresh();
        model.reset();
    }

    @Test
    void aCustomerBooksWithTheModel() {
        model.calls("check_availability",
                "{\"service\":\"Corte de cabello\",\"from\":\"2027-01-15T16:00\",\"to\":\"2027-01-15T18:00\"}")
                .says("El viernes 15 de enero tengo a las 5:00 p.m. ¿A nombre de quién la agendo?");
        assertThat(salon.says("hola, quiero un corte el viernes en la tarde")).singleElement().asString()
                .contains("tengo a las 5:00 p.m.");
        assertThat(salon.assistant()).isEqualTo("model");
        assertThat(model.requests().getLast().said("tool").getFirst())
                .contains("viernes 15 de enero, 5:00 p.m. (2027-01-15T17:00)");

        model.calls("book_appointment", BOOK);
        assertThat(salon.says("a las 5 con Ana, soy Paty")).singleElement().asString().contains("Corte de cabello")
                .contains("viernes 15 de enero");
        assertThat(salon.appointments()).isEmpty();
        assertThat(salon.assistant()).isEqualTo("model");

        model.calls("book_appointment", BOOK)
                .says("¡Listo, Paty! Tu corte de cabello quedó agendado con Ana para el viernes 15 de"
                        + " enero a las 5:00 p.m.");
        assertThat(salon.says("sí")).singleElement().asString().startsWith("¡Listo, Paty!");
        assertThat(salon.appointments()).containsExactly("Corte de cabello, Ana, 2027-01-15 17:00, confirmed, Paty");
        assertThat(model.left()).isZero();
    }

    @Test
    void theModelIsToldWhatItNeedsAndGivenOnlyTheCustomersTools() {
        model.says("¡Hola! ¿Qué servicio quieres?");
        salon.says("hola {msg} {{x}} {#if} ${y}");
        var request = model.requests().getFirst();
        assertThat(request.authorization()).isEqualTo("Bearer a-secret-key");
        assertThat(request.model()).isEqualTo("scripted");
        assertThat(request.tools()).containsExactlyInAnyOrder("list_services", "business_info", "check_availability",
                "book_appointment", "my_appointments", "reschedule_appointment", "cancel_appointment", "update_my_info",
                "rate_visit", "join_waitlist", "handoff_to_human");
        assertThat(request.said("user")).containsExactly("hola {msg} {{x}} {#if} ${y}");
        assertThat(request.said("system")).singleElement().asString().contains("Salón Lupita", "Gelish: 60 min, $320",
                "miércoles 13 de enero, 10:00 a.m.").doesNotContain("{profile}");
        assertThat(salon.trace()).doesNotContain("a-secret-key");
        model.says("Con gusto. ¿Para qué día?");
        salon.says("un tinte");
        assertThat(model.requests().getLast().said("user")).containsExactly("hola {msg} {{x}} {#if} ${y}", "un tinte");
        assertThat(model.requests().getLast().said("assistant")).singleElement().asString()
                .endsWith("¡Hola! ¿Qué servicio quieres?");
    }

    @Test
    void aCustomerMovesAndCancelsWithTheModel() {
        book();
        model.calls("my_appointments", "{}").calls("reschedule_appointment",
                "{\"appointment\":\"C1\",\"new_start\":\"2027-01-16T12:00\"}");
        assertThat(salon.says("quiero mover mi cita al sábado a mediodía")).singleElement().asString()
                .contains("sábado 16 de enero");
        model.calls("reschedule_appointment", "{\"appointment\":\"C1\",\"new_start\":\"2027-01-16T12:00\"}")
                .says("Moví tu cita al sábado 16 de enero a las 12:00 p.m.");
        assertThat(salon.says("sí")).containsExactly("Moví tu cita al sábado 16 de enero a las 12:00 p.m.");
        assertThat(salon.appointments()).containsExactly("Corte de cabello, Ana, 2027-01-16 12:00, confirmed, Paty");

        model.calls("cancel_appointment", "{\"appointment\":\"C1\"}");
        assertThat(salon.says("mejor cancélala")).singleElement().asString().contains("sábado 16 de enero");
        model.calls("cancel_appointment", "{\"appointment\":\"C1\"}")
                .says("Tu cita del sábado 16 de enero a las 12:00 p.m. quedó cancelada.");
        assertThat(salon.says("sí")).containsExactly("Tu cita del sábado 16 de enero a las 12:00 p.m. quedó cancelada.");
        assertThat(salon.appointments()).containsExactly("Corte de cabello, Ana, 2027-01-16 12:00, cancelled, Paty");
    }

    @Test
    void theModelCannotBookWithoutTheCustomersYes() {
        model.calls("book_appointment", BOOK);
        salon.says("quiero corte el viernes a las 5 con Ana, soy Paty");
        model.calls("book_appointment", BOOK.replace("17:00", "18:00"));
        assertThat(salon.says("sí")).singleElement().asString().contains("6:00 p.m.");
        assertThat(salon.appointments()).isEmpty();
    }

    @Test
    void severalMatchesAreAQuestionAndUnknownNamesAreSaid() {
        model.calls("check_availability", "{\"service\":\"corte\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}")
                .calls("check_availability", "{\"service\":\"masaje\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}")
                .calls("check_availability",
                        "{\"service\":\"UÑAS\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\",\"staff\":\"Ramón\"}")
                .says("¿Corte de cabello o Corte y barba?");
        salon.says("quiero un corte el viernes");
        assertThat(model.requests().getLast().said("tool")).hasSize(3).satisfies(told -> {
            assertThat(told.get(0)).isEqualTo("Pregúntale cuál: Corte de cabello o Corte y barba.");
            assertThat(told.get(1)).startsWith("Aquí no hay servicio «masaje». Hay: Corte de cabello, ");
            assertThat(told.get(2)).startsWith("Pregúntale cuál: ");
        });
    }

    @Test
    void theOtherToolsTellWhatThereIs() {
        model.calls(new ScriptedModel.Call("list_services", ""), new ScriptedModel.Call("business_info", "{}"),
                new ScriptedModel.Call("my_appointments", "{}"),
                new ScriptedModel.Call("cancel_appointment", "{\"appointment\":\"C1\"}"),
                new ScriptedModel.Call("update_my_info", "{\"name\":\"Paty\"}"),
                new ScriptedModel.Call("update_my_info", "{\"name\":\"123\"}"))
                .says("Mucho gusto, Paty.");
        salon.says("soy Paty");
        var told = model.requests().getLast().said("tool");
        assertThat(told.get(0)).contains("- Barba: 30 min, $150");
        assertThat(told.get(1)).contains("Salón Lupita", "domingo: cerrado", "- Beto: ");
        assertThat(told.get(2)).isEqualTo("No tiene citas próximas.");
        assertThat(told.get(3)).isEqualTo("Este cliente no tiene citas próximas.");
        assertThat(told.get(4)).isEqualTo("Guardado: se llama Paty.");
        assertThat(told.get(5)).startsWith("Eso no parece un nombre");
    }

    @Test
    void refusalsCarryWhatIsFree() {
        model.calls("check_availability", "{\"service\":\"Corte de cabello\",\"from\":\"2027-01-17\",\"to\":\"2027-01-17\"}")
                .calls("check_availability",
                        "{\"service\":\"Corte de cabello\",\"from\":\"2027-01-15T21:00\",\"to\":\"2027-01-15T22:00\"}")
                .calls("check_availability",
                        "{\"service\":\"Barba\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\",\"staff\":\"Ana\"}")
                .calls("check_availability", "{\"service\":\"Barba\",\"from\":\"2028-01-15\",\"to\":\"2028-01-15\"}")
                .calls("book_appointment",
                        "{\"service\":\"Corte de cabello\",\"start\":\"2027-01-15T23:00\",\"customer_name\":\"Paty\"}")
                .calls("book_appointment",
                        "{\"service\":\"Corte de cabello\",\"start\":\"2027-01-13T08:00\",\"customer_name\":\"Paty\"}")
                .says("¿Qué día prefieres?");
        salon.says("quiero un corte");
        var told = model.requests().getLast().said("tool");
        assertThat(told.get(0)).startsWith("No hay nada libre en esos días. Lo más cercano:\nS1: ");
        assertThat(told.get(1))
                .startsWith("A esas horas no hay nada libre. Esos días hay:\nS4: viernes 15 de enero, 10:00 a.m.");
        assertThat(told.get(2)).isEqualTo("Esa persona no da ese servicio.");
        assertThat(told.get(3)).startsWith("Solo se puede agendar hasta el ");
        assertThat(told.get(4)).startsWith("A esa hora no se puede: fuera de horario. Lo libre más cercano:\nS");
        assertThat(told.get(5)).startsWith("Esa hora ya pasó. Lo libre más cercano:\nS");
    }

    @Test
    void aSlotIsBookedByItsKeyAndANameIsAskedFor() {
        model.calls("check_availability", "{\"service\":\"Barba\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}")
                .calls("book_appointment", "{\"service\":\"Barba\",\"start\":\"s2\"}")
                .says("¿A nombre de quién?");
        salon.says("quiero que me hagan la barba el viernes");
        assertThat(model.requests().getLast().said("tool").getLast()).startsWith("Falta saber a nombre de quién");
        model.calls("check_availability", "{\"service\":\"Barba\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}")
                .calls("book_appointment", "{\"service\":\"Barba\",\"start\":\"S2\",\"customer_name\":\"Paty\"}");
        assertThat(salon.says("Paty, a las 10 y cuarto")).singleElement().asString().contains("10:15 a.m.");
    }

    @Test
    void whatNeedsNoUnderstandingNeverReachesTheModel() {
        salon.message(InboundKind.STICKER, "", Optional.empty());
        for (var text : List.of("BAJA", "ALTA", "quiero hablar con una persona", "olvídalo")) {
            salon.says(text);
            assertThat(salon.assistant()).as(text).isEqualTo("guided");
        }
        model.calls("book_appointment", BOOK);
        salon.says("quiero corte el viernes a las 5 con Ana, soy Paty");
        var asked = model.requests().size();
        salon.taps("S");
        assertThat(model.requests()).hasSize(asked);
        assertThat(salon.appointments()).hasSize(1);
    }

    @Test
    void aQuestionInTheMiddleIsAnsweredAndTheSummaryAskedAgain() {
        model.calls("book_appointment", BOOK);
        salon.says("quiero corte el viernes a las 5 con Ana, soy Paty");
        model.says("Estamos en la dirección de siempre 😊");
        assertThat(salon.says("¿dónde están?")).singleElement().asString().contains("dirección de siempre",
                "viernes 15 de enero");
    }

    @Test
    void aYesToSomethingElseThanTheSummaryBooksNothing() {
        model.calls("book_appointment", BOOK);
        salon.says("quiero corte el viernes a las 5 con Ana, soy Paty");
        model.says("Claro. ¿Te busco algo más tarde?");
        salon.says("no, mejor no");
        model.failsWith(500);
        salon.says("sí");
        assertThat(salon.appointments()).isEmpty();
    }

    @Test
    void theModelIsToldWhyAnAppointmentCannotBeChanged() {
        book();
        model.calls("my_appointments", "{}")
                .calls("cancel_appointment", "{\"appointment\":\"C9\"}")
                .calls("reschedule_appointment", "{\"appointment\":\"C1\",\"new_start\":\"2027-01-15T17:00:00-06:00\"}")
                .calls("reschedule_appointment", "{\"appointment\":\"c1\",\"new_start\":\"2027-01-17T12:00\"}")
                .calls("book_appointment", "{\"service\":\"Barba\",\"start\":\"2027-01-15 11:00\",\"staff\":\"Ana\"}")
                .says("¿Qué te gustaría hacer?");
        salon.says("¿qué onda con mi cita?");
        var told = model.requests().getLast().said("tool");
        assertThat(told.get(0))
                .isEqualTo("C1: Corte de cabello con Ana, viernes 15 de enero, 5:00 p.m., a nombre de Paty, $250");
        assertThat(told.get(1)).isEqualTo("¿Cuál de estas?\n" + told.get(0));
        assertThat(told.get(2)).startsWith("Ya está a esa hora: Corte de cabello con Ana");
        assertThat(told.get(3)).startsWith("A esa hora no se puede: fuera de horario.");
        assertThat(told.get(4)).isEqualTo("Esa persona no da ese servicio.");
        assertThat(salon.appointments()).containsExactly("Corte de cabello, Ana, 2027-01-15 17:00, confirmed, Paty");
    }

    @Test
    void twoThingsInOneTurnAreBothTold() {
        book();
        model.calls("cancel_appointment", "{\"appointment\":\"C1\"}");
        salon.says("quiero cancelar mi cita");
        model.calls(new ScriptedModel.Call("cancel_appointment", "{\"appointment\":\"C1\"}"),
                new ScriptedModel.Call("book_appointment", "{\"service\":\"Barba\",\"start\":\"2027-01-16T11:00\"}"));
        var replies = salon.says("sí");
        assertThat(replies).singleElement().asString().contains("viernes 15 de enero", "Barba", "sábado 16 de enero");
        assertThat(salon.appointments()).containsExactly("Corte de cabello, Ana, 2027-01-15 17:00, cancelled, Paty");
        model.calls("book_appointment", "{\"service\":\"Barba\",\"start\":\"2027-01-16T11:00\"}")
                .says("Tu barba quedó agendada el sábado 16 de enero a las 11:00 a.m.");
        salon.says("sí");
        assertThat(salon.appointments()).hasSize(2);
    }

    private void book() {
        model.calls("book_appointment", BOOK);
        salon.says("quiero corte el viernes a las 5 con Ana, soy Paty");
        model.calls("book_appointment", BOOK).says("Tu cita quedó para el viernes 15 de enero a las 5:00 p.m.");
        salon.says("sí");
        assertThat(salon.appointments()).hasSize(1);
    }
}
