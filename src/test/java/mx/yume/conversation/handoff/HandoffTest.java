package mx.yume.conversation.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.InboundKind;
import mx.yume.testing.Phone;
import mx.yume.testing.SalonLupita;

/** A customer and somebody of the business write to each other through Yume, the whole way. */
class HandoffTest extends InAHandoff {

    @Test
    void whoeverIsInChargeIsToldWithTheLastMessagesAndALink() {
        lupita.says("hola");
        beto.says("hola");
        paty.says("hola, ¿cuánto cuesta el tinte?");
        var told = paty.says("quiero hablar con una persona");
        assertThat(told.body()).contains("Ya le avisé a Lupita");
        assertThat(told.titles()).containsExactly("Seguir con Yume");
        assertThat(lupita.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.body()).contains("+525511110001 quiere hablar con una persona", "cuánto cuesta el tinte", "$900",
                    "quiero hablar con una persona", "https://wa.me/525511110001");
            assertThat(notice.titles()).containsExactly("Contestar", "Terminar");
        });
        assertThat(beto.notices()).as("staff are not asked").isEmpty();
        assertThat(ends()).containsExactly("open");
    }

    @Test
    void whatIsWrittenIsPassedOnBothWaysAndTheAssistantIsSilent() {
        asked();
        assertThat(paty.says("es que me quedó mal el color").body()).contains("Se lo paso a Lupita");
        assertThat(paty.says("y hoy tengo una boda")).as("told once").isEqualTo(Phone.Message.NONE);
        assertThat(bodies(lupita.notices())).endsWith("*+525511110001:* es que me quedó mal el color",
                "*+525511110001:* y hoy tengo una boda");

        var taken = lupita.taps("Contestar");
        assertThat(taken.body()).contains("Ya estás con +525511110001");
        assertThat(taken.titles()).containsExactly("Terminar");
        assertThat(paty.last().body()).contains("Lupita ya te atiende");

        assertThat(lupita.says("Vente ahorita y te lo arreglo")).isEqualTo(Phone.Message.NONE);
        assertThat(paty.last().body()).isEqualTo("*Lupita:* Vente ahorita y te lo arreglo");
        assertThat(paty.says("quiero un corte mañana a las 5")).as("not for Yume").isEqualTo(Phone.Message.NONE);
        assertThat(lupita.last().body()).isEqualTo("*+525511110001:* quiero un corte mañana a las 5");
        assertThat(yume.superuser().count("select count(*) from flow where kind <> 'RELAY'")).isZero();
        assertThat(flows()).containsExactly("RELAY RELAYING");
    }

    @Test
    void whoeverAnswersEndsItByAWord() {
        talking();
        lupita.posts("Nos vemos al rato");
        assertThat(lupita.says("terminar").body()).contains("terminaste con +525511110001");
        assertThat(bodies(paty.notices())).endsWith("*Lupita:* Nos vemos al rato",
                "Lupita terminó la conversación. Aquí sigo yo, Yume, por si necesitas algo más.");
        assertThat(ends()).containsExactly("staff");
        assertThat(flows()).containsExactly("RELAY COMPLETED");
        assertThat(paty.says("¿a qué hora abren?").body()).contains("Nuestro horario");
        assertThat(lupita.says("gracias")).isNotEqualTo(Phone.Message.NONE);
        assertThat(paty.last().body()).as("nothing more is passed on").contains("Nuestro horario");
    }

    @Test
    void whoeverAnswersEndsItByAButton() {
        talking();
        assertThat(lupita.taps("Terminar").body()).contains("terminaste");
        assertThat(ends()).containsExactly("staff");
        assertThat(lupita.taps("Terminar").body()).as("again").contains("ya no está disponible");
    }

    @Test
    void theCustomerEndsItByAWordOrAButton() {
        talking();
        assertThat(paty.says("mejor sigo con yume").body()).contains("aquí sigo yo");
        assertThat(lupita.last().body()).contains("+525511110001 prefirió seguir conmigo");
        assertThat(ends()).containsExactly("customer");
        assertThat(lupita.says("¿hola?").body()).as("Yume answers").doesNotContain("*");
        assertThat(paty.last().body()).contains("aquí sigo yo");
        assertThat(flows()).containsExactly("RELAY COMPLETED");

        assertThat(paty.says("quiero hablar con una persona").body()).contains("Ya le avisé a Lupita");
        assertThat(paty.taps("Seguir con Yume").body()).contains("aquí sigo yo");
        assertThat(ends()).containsExactly("customer", "customer");
    }

    @Test
    void howToAnswerIsReadHoweverMuchWasSaid() {
        lupita.says("hola");
        for (int at = 0; at < 6; at++) {
            paty.says("cuéntame " + at + " " + "palabra ".repeat(60));
        }
        paty.says("quiero hablar con una persona");
        var notice = lupita.last().body();
        assertThat(notice).hasSizeLessThanOrEqualTo(1400).contains("Toca “Contestar”", "https://wa.me/525511110001",
                "quiero hablar con una persona");
        assertThat(notice.indexOf("Toca")).isLessThan(notice.indexOf("Lo último que se dijo"));
    }

    @Test
    void aYaNoInASentenceEndsNothing() {
        talking();
        assertThat(paty.says("ya no puedo ir mañana")).isEqualTo(Phone.Message.NONE);
        assertThat(lupita.last().body()).contains("ya no puedo ir mañana");
        assertThat(ends()).containsExactly("open");
    }

    @Test
    void halfAnHourOfSilenceEndsItAndBothAreToldOnce() {
        talking();
        yume.clock().tick(Duration.ofMinutes(29));
        yume.settle();
        assertThat(ends()).containsExactly("open");
        paty.says("sigo aquí");
        yume.clock().tick(Duration.ofMinutes(31));
        yume.settle();
        assertThat(ends()).containsExactly("silence");
        assertThat(paty.last().body()).contains("Ya pasó media hora sin mensajes");
        assertThat(lupita.last().body()).contains("Pasó media hora sin mensajes con +525511110001");
        var said = paty.received().size() + lupita.received().size();
        yume.clock().tick(Duration.ofMinutes(31));
        yume.settle();
        assertThat(paty.received().size() + lupita.received().size()).isEqualTo(said);
        assertThat(paty.says("¿qué servicios tienen?").body()).contains("Manicure");
    }

    @Test
    void nobodyAnswersForHalfAnHourAndItCanBeTakenUpLater() {
        asked();
        yume.clock().tick(Duration.ofMinutes(31));
        yume.settle();
        assertThat(paty.last().body()).contains("Nadie ha podido contestarte");
        assertThat(lupita.last().body()).contains("Nadie le contestó");
        assertThat(lupita.taps("Contestar").body()).contains("Ya estás con");
        lupita.says("Perdón, apenas vi. ¿Qué pasó?");
        assertThat(paty.last().body()).isEqualTo("*Lupita:* Perdón, apenas vi. ¿Qué pasó?");
        assertThat(ends()).containsExactly("silence", "open");
    }

    @Test
    void oneOfTwoTakesItAndTheOtherIsTold() {
        lupita.says("hola");
        ana.says("hola");
        assertThat(paty.says("quiero hablar con una persona").body()).contains("Lupita y Ana");
        lupita.tapped(lupita.offered("Contestar"));
        ana.tapped(ana.offered("Contestar"));
        yume.settle();
        assertThat(List.of(lupita.last().body(), ana.last().body())).anyMatch(body -> body.contains("Ya estás con"))
                .anyMatch(body -> body.contains("ya está con +525511110001"));
        assertThat(yume.superuser().count("select count(*) from handoff where ended_at is null and taken_at is not null"))
                .isEqualTo(1);
        assertThat(flows()).containsExactly("RELAY RELAYING");
    }

    @Test
    void staffMayAnswerAndViewersMayNot() {
        asked();
        var id = lupita.offered("Contestar");
        yume.superuser().execute("update staff_member set onboarded_at = now() where name = 'Carla'");
        var carla = yume.phone(SalonLupita.CARLAS_PHONE.e164());
        assertThat(carla.taps(id).body()).contains("permiso");
        assertThat(beto.taps(id).body()).contains("Ya estás con");
        beto.says("¿En qué te ayudo?");
        assertThat(paty.last().body()).isEqualTo("*Beto:* ¿En qué te ayudo?");
        yume.superuser().execute("update staff_member set permission = 'viewer' where name = 'Beto'");
        assertThat(beto.says("oye")).as("Yume answers him").isNotEqualTo(Phone.Message.NONE);
        assertThat(paty.last().body()).isEqualTo("*Beto:* ¿En qué te ayudo?");
        assertThat(beto.taps(id).body()).contains("permiso");
    }

    @Test
    void everyHandoffWasToldOrReachedNobody() {
        talking();
        assertThatThrownBy(() -> yume.superuser().execute("update handoff set told_at = null"))
                .hasStackTraceContaining("handoff_check");
    }

    @Test
    void customersTakeNothing() {
        asked();
        var otherCustomer = yume.phone("+525511110002");
        assertThat(otherCustomer.taps(lupita.offered("Contestar")).body()).doesNotContain("Ya estás con");
        assertThat(yume.superuser().count("select count(*) from handoff where taken_at is not null")).isZero();
    }

    @Test
    void anOwnerWhoWritesToTheCentralNumberIsToldAndAnswersThere() {
        var central = lupita.to(SalonLupita.CENTRAL_NUMBER);
        central.says("hola");
        assertThat(paty.says("quiero hablar con una persona").body()).contains("Ya le avisé a Lupita");
        assertThat(lupita.received()).isEmpty();
        assertThat(central.taps("Contestar").body()).contains("Ya estás con");
        assertThat(central.says("Hola, soy Lupita")).isEqualTo(Phone.Message.NONE);
        assertThat(paty.last().body()).isEqualTo("*Lupita:* Hola, soy Lupita");
        paty.says("¡hola!");
        assertThat(central.last().body()).isEqualTo("*+525511110001:* ¡hola!");
        assertThat(central.says("terminar").body()).contains("terminaste");
        assertThat(ends()).containsExactly("staff");
        assertThat(yume.superuser().rows("""
                select h.organization_id = f.organization_id, h.desk_organization_id = f.organization_id, f.state
                from handoff h, flow f where f.kind = 'RELAY'""")).containsExactly(List.of("f", "t", "COMPLETED"));
    }

    @Test
    void whereNobodyCanBeReachedTheMessageIsLeftAndTheAssistantStays() {
        assertThat(paty.says("quiero hablar con una persona").body()).contains("Ahorita no alcanzo a nadie del equipo");
        assertThat(ends()).containsExactly("unreached");
        assertThat(paty.says("¿a qué hora abren?").body()).contains("Nuestro horario");
        assertThat(beto.says("hola")).isNotEqualTo(Phone.Message.NONE);
        assertThat(beto.notices()).isEmpty();

        assertThat(lupita.says("hola")).isNotEqualTo(Phone.Message.NONE);
        assertThat(lupita.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.body()).contains("quiere hablar con una persona", "¿a qué hora abren?", "mientras no estabas");
            assertThat(notice.titles()).containsExactly("Contestar");
        });
        lupita.says("gracias");
        ana.says("hola");
        assertThat(lupita.notices()).hasSize(1);
        assertThat(ana.notices()).as("told once").isEmpty();
        assertThat(lupita.taps("Contestar").body()).contains("Ya estás con");
        lupita.says("Dime");
        assertThat(paty.last().body()).isEqualTo("*Lupita:* Dime");
        assertThat(ends()).containsExactly("unreached", "open");
    }

    @Test
    void afterADayTheCustomerCannotBeWrittenToAndTheirPhoneIsGiven() {
        paty.says("quiero hablar con una persona");
        yume.clock().tick(Duration.ofHours(25));
        lupita.says("hola");
        assertThat(lupita.taps("Contestar").body()).contains("más de 24 horas", "https://wa.me/525511110001");
        assertThat(ends()).containsExactly("unreached");
    }

    @Test
    void whoeverIsWithOneCustomerFinishesFirst() {
        talking();
        var marta = yume.phone("+525511110003");
        marta.says("quiero hablar con una persona");
        assertThat(lupita.taps("Contestar").body()).contains("Ahorita estás con +525511110001");
        assertThat(lupita.says("terminar").body()).contains("terminaste con +525511110001");
        assertThat(lupita.says("contestar").body()).contains("Ya estás con +525511110003");
    }

    @Test
    void itCanBeDeclined() {
        asked();
        assertThat(lupita.taps("Terminar").body()).contains("yo sigo atendiendo");
        assertThat(paty.last().body()).contains("Por ahora no te pueden contestar");
        assertThat(ends()).containsExactly("staff");
    }

    @Test
    void bothErrandsGoOnAfterwards() {
        lupita.says("hola");
        yume.superuser().execute(
                """
                        insert into flow (organization_id, id, conversation_id, kind, state, last_active_state, active, draft, started_at, updated_at)
                        select organization_id, gen_random_uuid(), id, 'CHANGE_HOURS', 'COLLECTING_HOURS', 'COLLECTING_HOURS', true, '{}', now(), now()
                        from conversation""");
        paty.says("quiero un corte mañana");
        paty.says("quiero hablar con una persona");
        lupita.taps("Contestar");
        paty.says("¿me haces descuento?");
        lupita.says("claro");
        assertThat(lupita.says("terminar").body()).contains("terminaste");
        assertThat(flows()).containsExactlyInAnyOrder("CHANGE_HOURS DROPPED", "RELAY COMPLETED",
                "CHANGE_HOURS COLLECTING_HOURS", "BOOKING COLLECTING_DATETIME");
        assertThat(paty.says("a las 5").body()).contains("jueves 14 de enero, 5:00 p.m.");
    }

    @Test
    void picturesAreNotedAndNotPassedOn() {
        talking();
        assertThat(paty.sends(InboundKind.IMAGE)).isEqualTo(Phone.Message.NONE);
        assertThat(lupita.last().body()).isEqualTo("*+525511110001:* (mandó una foto)");
        assertThat(paty.sends(InboundKind.REACTION)).isEqualTo(Phone.Message.NONE);
        assertThat(lupita.last().body()).contains("(mandó una foto)");
        assertThat(lupita.sends(InboundKind.AUDIO).body()).contains("solo texto");
        assertThat(paty.last().body()).contains("Lupita ya te atiende");
    }

    @Test
    void wordsOfTheLawAreForYume() {
        talking();
        assertThat(paty.says("BAJA").body()).contains("no te mando");
        assertThat(lupita.received()).noneMatch(message -> message.body().contains("BAJA"));
    }

    @Test
    void askedForTwiceItIsOne() {
        asked();
        assertThat(paty.says("quiero hablar con una persona, por favor").body()).contains("Se lo paso a Lupita");
        assertThat(ends()).containsExactly("open");
    }

    /** The transaction that would tell of it is lost, again and again: what happens to a worker that is killed before its commit. */
    @Test
    void aTurnThatDiesBeforeItsEndDoesEverythingOnceWhenItIsRepeated() {
        asked();
        loseReplies();
        lupita.tapped(lupita.offered("Contestar"));
        yume.settle();
        assertThat(yume.superuser().count("select count(*) from handoff where taken_at is not null")).isZero();
        assertThat(flows()).isEmpty();
        keepReplies();
        assertThat(lupita.hears().body()).contains("Ya estás con");
        assertThat(paty.notices()).hasSize(1);

        loseReplies();
        lupita.posts("Hola, soy Lupita");
        yume.clock().tick(Duration.ofSeconds(5));
        yume.settle();
        assertThat(paty.notices()).hasSize(1);
        keepReplies();
        lupita.hears();
        assertThat(bodies(paty.notices())).endsWith("*Lupita:* Hola, soy Lupita").hasSize(2);
    }

    @Test
    void askedForInATurnThatDiesItIsOneAllTheSame() {
        lupita.says("hola");
        yume.superuser().execute(
                """
                        create or replace function lose_end() returns trigger language plpgsql as
                        $$ begin raise exception 'the power went out'; end $$;
                        create trigger lose_end before update on turn for each row when (new.status <> 'open') execute function lose_end()""");
        paty.posts("quiero hablar con una persona");
        yume.clock().tick(Duration.ofSeconds(5));
        yume.settle();
        assertThat(ends()).as("begun in its own transaction").containsExactly("open");
        yume.superuser().execute("drop trigger lose_end on turn");
        assertThat(paty.hears().body()).contains("Ya le avisé a Lupita");
        assertThat(ends()).containsExactly("open");
        assertThat(lupita.notices()).hasSize(1);
        assertThat(yume.superuser().count("select count(*) from effect where tool = 'handoff_to_human'")).isEqualTo(1);
    }

    @Test
    void whoeverLooksAtTheConversationSeesWhoAnswers() {
        assertThat(transcript().handoff()).isEmpty();
        asked();
        assertThat(transcript().handoff().orElseThrow().by()).isEmpty();
        lupita.taps("Contestar");
        assertThat(transcript().handoff().orElseThrow().by()).contains("Lupita");
        paty.says("hola");
        assertThat(transcript().turns().getLast().steps()).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo("route");
            assertThat(step.detail()).contains("HandedOff");
        }).anySatisfy(step -> assertThat(step.detail()).isEqualTo("passed on to [Lupita]"));
        lupita.says("terminar");
        assertThat(transcript().handoff()).isEmpty();
    }
}
