package mx.yume.assistant.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Sender;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Somebody new of the team writes to the business for the first time. */
class JoiningByChatTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BETO = "select name, onboarded_at is not null, user_id from staff_member where id = '%s'"
            .formatted(SalonLupita.BETO.value());
    private static final String HOURS = """
            select weekday, opens, closes from staff_hours where staff_id = '%s' order by weekday"""
            .formatted(SalonLupita.BETO.value());

    private final PlainYume yume = PlainYume.fresh();
    private final Phone beto = yume.phone(SalonLupita.BETOS_PHONE.e164());
    private final Phone carla = yume.phone(SalonLupita.CARLAS_PHONE.e164());

    JoiningByChatTest() {
        yume.superuser()
                .execute("update staff_member set onboarded_at = null where id = '%s'".formatted(SalonLupita.BETO.value()));
    }

    @Test
    void nameHoursTutorialDone() {
        var first = beto.says("hola");
        assertThat(first.body()).contains("Soy Yume", "Privacidad", "te agregó a su equipo como Beto", "¿Así te llamas?");
        assertThat(beto.taps("Sí, así me llamo").body()).contains("Mucho gusto, Beto", "¿Trabajas en este horario?",
                "Lunes a viernes");
        assertThat(beto.taps("Sí, ese es").body()).contains("Así se usa", "¿Qué tengo hoy?");
        assertThat(yume.superuser().rows(BETO).getFirst().get(1)).isEqualTo("f");
        assertThat(beto.taps("Entendido").body()).contains("¡Listo, Beto! Ya estás en el equipo de Salón Lupita");
        assertThat(yume.superuser().rows(BETO)).containsExactly(List.of("Beto", "t", "null"));
        assertThat(yume.superuser().rows("select kind, state from flow"))
                .containsExactly(List.of("STAFF_ONBOARDING", "COMPLETED"));
        beto.says("¿qué tengo hoy?");
        assertThat(yume.superuser().rows("select distinct route from turn order by route"))
                .containsExactly(List.of("3 staff onboarding"), List.of("4 management"));
    }

    @Test
    void ownersAreTold() {
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
        lupita.says("hola");
        joins();
        assertThat(lupita.notices()).singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("Beto ya se dio de alta en Salón Lupita"));
    }

    @Test
    void ownersWhoWriteToTheCentralNumberAreToldThere() {
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164()).to(SalonLupita.CENTRAL_NUMBER);
        lupita.says("hola");
        joins();
        assertThat(lupita.notices()).hasSize(1);
    }

    @Test
    void anotherNameAndOtherHours() {
        beto.says("hola");
        assertThat(beto.taps("Otro nombre").body()).isEqualTo("¿Cómo te llamas?");
        assertThat(beto.says("Alberto Soto").body()).contains("Mucho gusto, Alberto Soto");
        assertThat(beto.taps("Otro horario").body()).contains("¿Qué días y a qué horas trabajas?");
        assertThat(beto.says("martes a sábado de 11 a 6").body()).contains("Martes a sábado: 11:00 a.m. a 6:00 p.m.",
                "¿Así está bien?");
        beto.says("sí");
        beto.says("ok");
        assertThat(yume.superuser().rows(BETO).getFirst().getFirst()).isEqualTo("Alberto Soto");
        assertThat(yume.superuser().rows(HOURS)).hasSize(5).contains(List.of("2", "11:00:00", "18:00:00"))
                .noneMatch(row -> row.getFirst().equals("1"));
    }

    @Test
    void theButtonOfAnEarlierQuestionAnswersNoOther() {
        beto.says("hola");
        var name = beto.last().option("Sí, así me llamo");
        beto.taps(name);
        assertThat(beto.taps(name).body()).contains("¿Trabajas en este horario?");
        var hours = beto.last().option("Sí, ese es");
        assertThat(beto.taps(hours).body()).contains("Así se usa");
        assertThat(beto.taps(hours).body()).contains("Así se usa");
        assertThat(yume.superuser().rows(BETO).getFirst().get(1)).isEqualTo("f");
        assertThat(beto.taps("Entendido").body()).contains("¡Listo, Beto!");
    }

    @Test
    void anOldYesIsNoneToWhatAManagementSummaryShows() {
        beto.says("hola");
        var old = beto.last().option("Sí, así me llamo");
        beto.says("sí");
        beto.says("sí");
        beto.says("ok");
        var asked = beto.says("bloquea mañana de 2 a 4");
        assertThat(asked.titles()).isNotEmpty();
        beto.taps(old);
        assertThat(yume.superuser().count("select count(*) from effect where tool <> 'complete_tutorial'")).isZero();
    }

    @Test
    void breaksOfTheDayAreKept() {
        beto.says("hola");
        beto.says("sí");
        beto.says("lunes a viernes de 10 a 2 y de 4 a 8");
        beto.says("sí");
        beto.says("ok");
        assertThat(yume.superuser().rows(HOURS)).hasSize(10).contains(List.of("1", "10:00:00", "14:00:00"),
                List.of("1", "16:00:00", "20:00:00"));
    }

    @Test
    void hoursThatAreNotRightAreToldAgain() {
        beto.says("hola");
        beto.says("sí");
        beto.says("martes a sábado de 11 a 6");
        assertThat(beto.says("no").body()).contains("¿Qué días y a qué horas trabajas?");
        assertThat(beto.says("lunes a viernes de 12 a 8").body()).contains("12:00 p.m. a 8:00 p.m.");
    }

    @Test
    void aViewerHasNoHoursToTell() {
        carla.says("hola");
        assertThat(carla.says("sí").body()).contains("Así se usa").doesNotContain("¿Trabajas en este horario?", "no llegó");
        assertThat(carla.taps("Entendido").body()).contains("¡Listo, Carla!");
        assertThat(yume.superuser().count("select count(*) from staff_member where onboarded_at is null")).isEqualTo(1);
    }

    @Test
    void whoeverIsInterruptedGoesOnWhereTheyWere() {
        beto.says("hola");
        beto.says("sí");
        yume.clock().tick(Duration.ofDays(2));
        assertThat(beto.says("hola").body()).contains("Íbamos con tu registro", "¿Trabajas en este horario?");
        assertThat(beto.says("¿qué tengo hoy?").body()).contains("Primero termino tu registro", "¿Trabajas en este horario?");
        assertThat(beto.says("sí").body()).contains("Así se usa");
    }

    @Test
    void appointmentsThatWouldBeOutsideAreAskedAbout() {
        var paty = yume.phone("+525511110001");
        paty.says("barba mañana a las 5 con Beto, soy Paty López");
        paty.says("sí");
        assertThat(yume.superuser().count("select count(*) from appointment")).isEqualTo(1);
        beto.says("hola");
        beto.says("sí");
        beto.says("lunes a viernes de 10 a 2");
        beto.says("sí");
        assertThat(beto.taps("Entendido").body()).contains("1 de tus citas quedan fuera");
        assertThat(beto.says("sí").body()).contains("¡Listo, Beto!");
        assertThat(yume.superuser().rows("select status from appointment")).containsExactly(List.of("confirmed"));
    }

    @Test
    void theUserIdIsLinkedAndKnownFromThenOn() {
        post("hola", true);
        post("sí", true);
        post("sí", true);
        post("entendido", true);
        assertThat(yume.superuser().rows(BETO)).containsExactly(List.of("Beto", "t", "MX.beto"));
        post("¿qué tengo hoy?", false);
        assertThat(yume.superuser().rows("select route from turn order by started_at desc limit 1"))
                .containsExactly(List.of("4 management"));
    }

    @Test
    void whatDiedAfterJoiningIsToldFromItsRecord() {
        beto.says("hola");
        beto.says("sí");
        beto.says("sí");
        yume.superuser().execute("""
                create or replace function lose_reply() returns trigger language plpgsql as
                $$ begin raise exception 'the power went out'; end $$;
                create trigger lose_reply before insert on outbox for each row execute function lose_reply()""");
        try {
            beto.posts("ok");
            yume.clock().tick(Duration.ofSeconds(10));
            yume.settle();
        } finally {
            yume.superuser().execute("drop trigger lose_reply on outbox");
        }
        for (int at = 0; at < 5; at++) {
            yume.clock().tick(Duration.ofMinutes(1));
            yume.settle();
        }
        assertThat(beto.replies().getLast().body()).contains("¡Listo, Beto!");
        assertThat(yume.superuser().count("select count(*) from effect")).isEqualTo(1);
    }

    private void joins() {
        beto.says("hola");
        beto.says("sí");
        beto.says("sí");
        beto.says("ok");
    }

    private void post(String text, boolean withPhone) {
        var sender = new Sender(withPhone ? Optional.of(SalonLupita.BETOS_PHONE) : Optional.empty(), Optional.of("MX.beto"),
                SalonLupita.BETOS_PHONE.e164(), Optional.empty());
        yume.the(Inbox.class).accept(new InboundMessage(ChannelName.SIMULATOR, Origin.SIMULATOR, UUID.randomUUID().toString(),
                SalonLupita.NUMBER, sender, InboundKind.TEXT, text, Optional.empty(), text.getBytes(StandardCharsets.UTF_8)))
                .await().atMost(PATIENCE);
        yume.clock().tick(Duration.ofSeconds(10));
        yume.settle();
    }
}
