package mx.yume.notifications.privacy;

import static mx.yume.notifications.Told.at;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.handoff.PageSide;
import mx.yume.customers.PersonId;
import mx.yume.customers.Profiles;
import mx.yume.notifications.Told;
import mx.yume.notifications.privacy.ErasureOutcome.AlreadyErased;
import mx.yume.notifications.privacy.ErasureOutcome.Erased;
import mx.yume.notifications.privacy.ErasureOutcome.NotFound;
import mx.yume.notifications.privacy.ErasureOutcome.OfTheTeam;
import mx.yume.platform.Money;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.stats.Reports;
import mx.yume.scheduling.waitlist.AlongsideEntry;
import mx.yume.scheduling.waitlist.JoinRequest;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.testing.Dump;
import mx.yume.testing.Phone;
import mx.yume.testing.SalonLupita;

/** Everything of one person goes, whatever table it is in, and nothing of anybody else's. */
class ErasureTest {

    /** Whom nobody is to be told of, and words that only they, or others about them, said. */
    private static final List<String> SECRETS = List.of("Paty López", "5511112222", "mandarina", "Pati ✨");

    private static final String DUE = """
            select count(*) from conversation where (due_at is not null or pending_since is not null)
            """;

    private final Told it = new Told();
    private final Phone rosa = it.yume.phone("+525511113333");
    private final Phone beto = it.yume.phone(SalonLupita.BETOS_PHONE.e164()).to(SalonLupita.CENTRAL_NUMBER);
    private PersonId paty;
    private ConversationId chat;
    private Appointment past;
    private Appointment toCome;

    /** A customer of all tables. */
    @BeforeEach
    void aLifeAtTheSalon() {
        it.lupita.says("hola");
        beto.says("hola");
        paty = it.patysId();
        chat = new ConversationId(UUID.fromString(it.value("select id from conversation where person_id = '" + paty + "'")));
        it.paty.says("¿tienen tinte color mandarina?");
        execute("update person set profile_name = 'Pati ✨' where id = '" + paty + "'");
        past = it.books(at(1, 12, 0));
        toCome = it.books(at(3, 12, 0));
        var cancelled = it.books(at(3, 16, 0));
        await(it.yume.the(Agenda.class).cancel(SalonLupita.business(), it.patyHerself(), cancelled.id(),
                cancelled.version(), Optional.of("me salió color mandarina"), Alongside.nothing()));
        it.now(at(1, 13, 0));
        execute("""
                update appointment set status = 'completed', rating = 2, rated_at = now(), rating_comment = 'quedó mandarina',
                                       attended_at = now(), version = version + 1
                where id = '%s'""".formatted(past.id()));
        await(it.yume.the(Profiles.class).note(SalonLupita.ID, paty, 0, "Le gusta el mandarina"));
        await(it.yume.the(Waitlist.class).join(SalonLupita.business(),
                JoinRequest.onDays(paty, "Paty López", SalonLupita.LOCATION, List.of(Wanted.of(SalonLupita.TINTE)),
                        LocalDate.of(2027, 1, 30), LocalDate.of(2027, 1, 30), "simulator"),
                AlongsideEntry.nothing()));
        it.paty.says("quiero hablar con una persona, es por lo del mandarina");
        it.paty.says("mandarina, de verdad");
        await(it.yume.the(PageSide.class).take(SalonLupita.ID,
                SalonLupita.business().staffMember(SalonLupita.LUPITA).orElseThrow(), chat));
        it.yume.settle();
        rosa.says("hola, quiero un corte");
        rosa.says("mañana a las 5");
    }

    @Test
    void nothingIsLeftThatSaysWhoTheyAreOrWhatTheySaid() {
        for (var secret : SECRETS) {
            assertThat(Dump.of(it.yume).holding(secret)).as("there was " + secret).isNotEmpty();
        }
        assertThat(it.count("select count(*) from outbox where organization_id <> '" + SalonLupita.ID
                + "' and content::text like '%Paty López%'")).as("in a chat with Yume's own number").isPositive();
        assertThat(erase()).isEqualTo(new Erased());
        for (var secret : SECRETS) {
            assertThat(Dump.of(it.yume).holding(secret)).as(secret).isEmpty();
        }
        it.later(Duration.ofDays(4));
        for (var secret : SECRETS) {
            assertThat(Dump.of(it.yume).holding(secret)).as(secret + " days later").isEmpty();
        }
    }

    @Test
    void nobodyElsesRowChanges() {
        var before = rosas();
        assertThat(before).hasSizeGreaterThan(5);
        erase();
        assertThat(rosas()).isEqualTo(before);
        assertThat(rosa.says("mejor a las 6")).isNotEqualTo(Phone.Message.NONE);
    }

    @Test
    void theBooksStayRightAndWhatWasToComeIsCancelledWithoutAWord() {
        var staffHeard = heard();
        erase();
        it.yume.settle();
        it.later(Duration.ofHours(1));
        assertThat(heard()).as("nobody is told").isEqualTo(staffHeard);
        assertThat(it.find(toCome.id())).satisfies(visit -> {
            assertThat(visit.status()).isEqualTo(AppointmentStatus.CANCELLED);
            assertThat(visit.customerName()).isEqualTo("Cliente borrado");
        });
        assertThat(it.find(past.id())).satisfies(visit -> {
            assertThat(visit.status()).isEqualTo(AppointmentStatus.COMPLETED);
            assertThat(visit.price()).isEqualTo(Money.pesos(250));
            assertThat(visit.aftermath().rating()).hasValue(2);
        });
        assertThat(it.count("select count(*) from reservation where appointment_id = '" + toCome.id() + "'")).isZero();
        assertThat(it.count("select count(*) from waitlist_entry where status in ('waiting', 'offered')")).isZero();
        var report = await(it.yume.the(Reports.class).of(SalonLupita.business(), Optional.empty(), LocalDate.of(2027, 1, 14),
                LocalDate.of(2027, 1, 14)));
        assertThat(report.totals().given()).isOne();
        assertThat(report.totals().earned()).isEqualTo(Money.pesos(250));
    }

    @Test
    void theirConversationWaitsForNothingAnyMore() {
        it.paty.posts("sigo esperando mi mandarina");
        assertThat(it.count(DUE)).isOne();
        erase();
        assertThat(it.count(DUE)).isZero();
        assertThat(it.count("select count(*) from handoff where ended_at is null")).isZero();
        assertThat(it.count("select count(*) from flow where active and conversation_id = '" + chat + "'")).isZero();
        assertThat(it.count("select count(*) from outbox where status in ('pending', 'sending')")).isZero();
        var turns = it.count("select count(*) from turn");
        it.later(Duration.ofMinutes(40));
        assertThat(it.count("select count(*) from turn")).as("nothing is answered").isEqualTo(turns);
    }

    @Test
    void aTurnThatIsUnderWayEndsWithoutAnAnswer() {
        execute("""
                insert into turn (organization_id, id, conversation_id, epoch, started_at, first_received_at, last_received_at)
                select organization_id, gen_random_uuid(), id, epoch, now(), last_inbound_at, last_inbound_at from conversation
                where id = '%1$s';
                update conversation set due_at = '%2$s', pending_since = '%2$s', lease_until = now() + interval '1 minute'
                where id = '%1$s'""".formatted(chat, it.yume.clock().instant()));
        var epoch = it.count("select epoch from conversation where id = '" + chat + "'");
        erase();
        assertThat(it.count("select count(*) from turn where status = 'open'")).isZero();
        assertThat(it.count("select epoch from conversation where id = '" + chat + "'"))
                .as("whoever has it in hand finds that it is not theirs").isGreaterThan(epoch);
        assertThat(it.count("select count(*) from conversation where id = '" + chat + "' and lease_until is not null"))
                .isZero();
    }

    @Test
    void whoeverWritesAgainIsSomebodyNew() {
        erase();
        assertThat(it.paty.says("hola")).isNotEqualTo(Phone.Message.NONE);
        assertThat(it.patysId()).isNotEqualTo(paty);
        assertThat(it.count("select count(*) from person where id = '" + paty + "' and erased_at is not null")).isOne();
        assertThat(it.count("select count(*) from conversation where person_id = '" + paty + "' and due_at is not null"))
                .isZero();
        assertThat(it.count("select count(*) from inbound_message where conversation_id = '" + chat + "' and body <> ''"))
                .isZero();
    }

    @Test
    void askedForTwiceOrByTwoAtOnceItIsDoneOnce() {
        var erasure = it.yume.the(Erasure.class);
        var outcomes = await(Uni.join().all(erasure.erase(SalonLupita.business(), paty, SalonLupita.LUPITA),
                erasure.erase(SalonLupita.business(), paty, SalonLupita.ANA)).andCollectFailures());
        assertThat(outcomes).contains(new Erased());
        assertThat(erase()).isEqualTo(new AlreadyErased());
    }

    @Test
    void whoeverWorksHereIsNotErasedNorIsWhoeverIsNotKnown() {
        var lupitasPerson = new PersonId(UUID.fromString(it.value("select person_id from person_identity where value = '"
                + SalonLupita.LUPITAS_PHONE.e164() + "' and organization_id = '" + SalonLupita.ID + "'")));
        var before = Dump.of(it.yume);
        assertThat(await(it.yume.the(Erasure.class).erase(SalonLupita.business(), lupitasPerson, SalonLupita.LUPITA)))
                .isEqualTo(new OfTheTeam());
        assertThat(await(it.yume.the(Erasure.class).erase(SalonLupita.business(), PersonId.next(), SalonLupita.LUPITA)))
                .isEqualTo(new NotFound());
        assertThat(Dump.of(it.yume)).isEqualTo(before);
    }

    private ErasureOutcome erase() {
        return await(it.yume.the(Erasure.class).erase(SalonLupita.business(), paty, SalonLupita.LUPITA));
    }

    /** Rows of hers, by her ids. */
    private List<String> rosas() {
        var ids = it.yume.superuser().rows("""
                select c.person_id, c.id from conversation c join person_identity i on i.person_id = c.person_id
                where i.value = '%s'""".formatted(rosa.number().e164())).getFirst();
        return Dump.of(it.yume).rows().stream().filter(row -> ids.stream().anyMatch(row::contains)).toList();
    }

    /** What is in the chats of those who work here. */
    private long heard() {
        return it.count("""
                select count(*) from outbox o
                join conversation c on c.organization_id = o.organization_id and c.id = o.conversation_id
                join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
                where i.value in ('%s', '%s')""".formatted(SalonLupita.LUPITAS_PHONE.e164(), SalonLupita.BETOS_PHONE.e164()));
    }

    private void execute(String sql) {
        it.yume.superuser().execute(sql);
    }
}
