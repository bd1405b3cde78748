package mx.yume.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.ConversationId;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;

/** What people allow and refuse: kept with its time, in the transaction that makes it so, and held to. */
class ConsentsTest {

    private static final String PATY = "+525511112222";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone paty = yume.phone(PATY);

    @Test
    void everythingIsKeptInOrderWithItsTimeAndItsTurn() {
        paty.says("hola");
        paty.says("NO COMPARTIR");
        paty.says("BAJA");
        paty.says("ALTA");
        assertThat(rows("select what, given from consent order by at, id")).containsExactly(List.of("privacy_notice", "t"),
                List.of("shared_name", "f"), List.of("messages", "f"), List.of("shared_name", "f"), List.of("messages", "t"));
        assertThat(count("select count(*) from consent c join turn t on t.id = c.turn_id where c.at >= t.started_at"))
                .isEqualTo(5);
        var person = new PersonId(UUID.fromString(rows("select person_id from conversation").getFirst().getFirst()));
        assertThat(yume.the(Consents.class).of(SalonLupita.ID, person).await().atMost(Duration.ofSeconds(10))).hasSize(5)
                .last().satisfies(consent -> assertThat(consent.given()).isTrue());
        assertThat(yume.the(Consents.class).of(OrganizationId.YUME, person).await().atMost(Duration.ofSeconds(10)))
                .as("another tenant").isEmpty();
    }

    @Test
    void thePrivacyNoticeIsKeptOnceWhoeverAnswers() {
        try (var model = ScriptedModel.start()) {
            model.says("¿En qué te ayudo?");
            assertThat(yume.with(model).phone(PATY).says("oye qué onda con todo esto").body()).contains("Privacidad");
        }
        assertThat(paty.says("hola").body()).doesNotContain("Privacidad");
        assertThat(rows("select what from consent")).containsExactly(List.of("privacy_notice"));
    }

    @Test
    void whoeverWasToldSomethingBeforeTheyEverWroteIsGivenItWhenTheyDo() {
        paty.says("hola");
        yume.superuser().execute("delete from consent");
        assertThat(paty.says("hola").body()).contains("Privacidad");
    }

    @Test
    void aStickerIsAnsweredByNothingAndSoGivesNoNotice() {
        paty.sends(InboundKind.STICKER);
        assertThat(count("select count(*) from consent")).isZero();
        assertThat(paty.says("hola").body()).contains("Privacidad");
    }

    @Test
    void nothingOfItCanBeChangedOrTakenBack() {
        paty.says("hola");
        for (var sql : List.of("update consent set given = false", "delete from consent")) {
            var changed = yume.the(Database.class)
                    .inTenant(SalonLupita.ID, connection -> connection.query(sql).execute().map(rows -> rows.rowCount()))
                    .await().atMost(Duration.ofSeconds(10));
            assertThat(changed).as(sql).isZero();
        }
        var elsewhere = yume.the(Database.class).inTenant(OrganizationId.YUME, connection -> connection.query("""
                insert into consent (organization_id, id, person_id, what, given, at, turn_id)
                values ('%s', gen_random_uuid(), gen_random_uuid(), 'messages', true, now(), gen_random_uuid())"""
                .formatted(SalonLupita.ID)).execute());
        assertThatThrownBy(() -> elsewhere.await().atMost(Duration.ofSeconds(10))).as("for another tenant")
                .hasMessageContaining("row-level security");
    }

    @Test
    void bajaInTheMiddleOfABookingIsHeardAndTheBookingGoesOn() {
        paty.says("hola, soy Paty López");
        paty.says("un corte mañana a las 5 con beto");
        assertThat(paty.says("BAJA").body()).contains("ya no te mando avisos", "¿La agendo?");
        paty.says("sí");
        assertThat(count("select count(*) from appointment where origin = 'simulator'")).isOne();
        assertThat(count("select count(*) from person where opted_out_at is not null")).isOne();
    }

    @Test
    void bajaInsideASentenceIsNone() {
        paty.says("hola");
        paty.says("baja el precio");
        paty.says("me doy de baja el viernes");
        paty.says("¿dan de baja la cita?");
        assertThat(count("select count(*) from person where opted_out_at is not null")).isZero();
        assertThat(count("select count(*) from consent where what = 'messages'")).isZero();
    }

    @Test
    void noModelIsAskedWhatBajaMeans() {
        paty.says("hola");
        try (var model = ScriptedModel.start()) {
            assertThat(yume.with(model).phone(PATY).says("BAJA").body()).contains("ya no te mando avisos");
            assertThat(yume.with(model).phone(PATY).says("ALTA").body()).contains("otra vez te mando avisos");
            assertThat(yume.with(model).phone("+525511113333").to(SalonLupita.CENTRAL_NUMBER).says("BAJA").body())
                    .contains("solo te escribo para contestarte");
            assertThat(model.requests()).isEmpty();
        }
    }

    @Test
    void whoeverFoundsABusinessOptsOutToo() {
        var founder = yume.phone("+525511113333").to(SalonLupita.CENTRAL_NUMBER);
        founder.says("hola");
        founder.says("BAJA");
        assertThat(count("select count(*) from person where opted_out_at is not null")).isOne();
        founder.says("ALTA");
        assertThat(count("select count(*) from person where opted_out_at is not null")).isZero();
        assertThat(rows("select what, given from consent order by at, id")).containsExactly(List.of("privacy_notice", "t"),
                List.of("messages", "f"), List.of("messages", "t"));
    }

    @Test
    void whatWaitsToBeSentIsDroppedAndAnswersAreNot() {
        paty.says("hola");
        waits("before");
        paty.says("BAJA");
        yume.clock().tick(Duration.ofHours(2));
        yume.settle();
        assertThat(rows("select status, error from outbox where purpose = 'before'"))
                .containsExactly(List.of("dropped", "the person opted out"));
        assertThat(paty.says("¿qué servicios tienen?").body()).contains("Corte de cabello");
        paty.says("ALTA");
        waits("after");
        yume.clock().tick(Duration.ofHours(2));
        yume.settle();
        assertThat(rows("select status from outbox where purpose = 'after'")).containsExactly(List.of("sent"));
        assertThat(rows("select status from outbox where purpose = 'before'")).as("not told late")
                .containsExactly(List.of("dropped"));
    }

    /** A reminder that is due in an hour. */
    private void waits(String purpose) {
        var conversation = new ConversationId(UUID.fromString(rows("select id from conversation").getFirst().getFirst()));
        yume.the(Database.class).inTenant(SalonLupita.ID, connection -> yume.the(Outbox.class).write(connection,
                SalonLupita.ID, Letter.notice(conversation, purpose, new Text("Te esperamos."))))
                .await().atMost(Duration.ofSeconds(10));
        yume.superuser().execute("update outbox set due_at = '%s' where purpose = '%s'"
                .formatted(yume.clock().instant().plus(Duration.ofHours(1)), purpose));
    }

    private long count(String sql) {
        return yume.superuser().count(sql);
    }

    private List<List<String>> rows(String sql) {
        return yume.superuser().rows(sql);
    }
}
