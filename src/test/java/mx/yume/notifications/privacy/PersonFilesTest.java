package mx.yume.notifications.privacy;

import static mx.yume.notifications.Told.at;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.customers.PersonId;
import mx.yume.customers.Profiles;
import mx.yume.notifications.Told;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.waitlist.AlongsideEntry;
import mx.yume.scheduling.waitlist.JoinRequest;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.testing.SalonLupita;

/** Everything that a business knows of somebody is in their file, in words and figures that they understand. */
class PersonFilesTest {

    private final Told it = new Told();

    @Test
    void whatIsKnownIsInTheFile() {
        var completed = it.books(at(1, 12, 0));
        var cancelled = it.books(at(3, 16, 0));
        await(it.yume.the(Agenda.class).cancel(SalonLupita.business(), it.patyHerself(), cancelled.id(), cancelled.version(),
                Optional.of("me enfermé"), Alongside.nothing()));
        it.now(at(1, 13, 0));
        it.yume.superuser().execute("""
                update appointment set status = 'completed', rating = 4, rated_at = now(), rating_comment = 'muy bien',
                                       attended_at = now() where id = '%s'""".formatted(completed.id()));
        await(it.yume.the(Profiles.class).note(SalonLupita.ID, it.patysId(), 0, "Prefiere los jueves"));
        await(it.yume.the(Waitlist.class).join(SalonLupita.business(),
                JoinRequest.onDays(it.patysId(), "Paty López", SalonLupita.LOCATION, List.of(Wanted.of(SalonLupita.TINTE)),
                        LocalDate.of(2027, 1, 30), LocalDate.of(2027, 1, 30), "simulator"),
                AlongsideEntry.nothing()));
        it.paty.says("BAJA");
        var file = file(it.patysId()).orElseThrow();
        assertThat(file.business()).isEqualTo("Salón Lupita");
        assertThat(file.exported()).isEqualTo(it.yume.clock().instant().toString());
        assertThat(file.complete()).isTrue();
        assertThat(file.person()).satisfies(who -> {
            assertThat(who.name()).isEqualTo("Paty López");
            assertThat(who.identities()).extracting(PersonFile.Known::value).containsExactly(Told.PATY);
            assertThat(who.optedOut()).isTrue();
            assertThat(who.note()).isEqualTo("Prefiere los jueves");
        });
        assertThat(file.visits()).extracting(PersonFile.Visit::service, PersonFile.Visit::status, PersonFile.Visit::price,
                PersonFile.Visit::stars, PersonFile.Visit::comment, PersonFile.Visit::cancelReason)
                .containsExactly(tuple("Corte de cabello", "cancelada", "$250", 0, "", "me enfermé"),
                        tuple("Corte de cabello", "atendida", "$250", 4, "muy bien", ""));
        assertThat(file.waiting()).singleElement().satisfies(wait -> assertThat(wait.from()).isEqualTo("2027-01-30T06:00:00Z"));
        assertThat(file.consents()).extracting(PersonFile.Agreed::what, PersonFile.Agreed::given)
                .contains(tuple("aviso de privacidad", true), tuple("mensajes", false));
        assertThat(file.messages().getFirst()).satisfies(said -> {
            assertThat(said.from()).isEqualTo("cliente");
            assertThat(said.text()).isEqualTo("hola");
        });
        assertThat(file.messages()).extracting(PersonFile.Said::from).contains("negocio");
    }

    @Test
    void itReadsAsSpanishJson() {
        it.books(at(1, 12, 0));
        var json = it.yume.the(ObjectMapper.class).valueToTree(file(it.patysId()).orElseThrow());
        assertThat(json.at("/citas/0/comentario").isTextual()).isTrue();
        assertThat(json.at("/citas/0/motivo_de_cancelacion").isTextual()).isTrue();
        assertThat(json.at("/citas/0/estado").asText()).isEqualTo("confirmada");
        assertThat(json.at("/persona/nombre").asText()).isEqualTo("Paty López");
    }

    @Test
    void ofWhomTheBusinessDoesNotKnowThereIsNone() {
        assertThat(file(PersonId.next())).isEmpty();
    }

    @Test
    void whoeverNeverSaidAnythingHasAFileToo() {
        var file = file(it.yume.named(SalonLupita.ID, "Elena")).orElseThrow();
        assertThat(file.person().name()).isEqualTo("Elena");
        assertThat(file.visits()).isEmpty();
        assertThat(file.messages()).isEmpty();
        assertThat(file.complete()).isTrue();
    }

    private Optional<PersonFile> file(PersonId person) {
        return await(it.yume.the(PersonFiles.class).of(SalonLupita.business(), person));
    }
}
