package mx.yume.conversation.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Transcript;
import mx.yume.conversation.Transcripts;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** The people of a handoff, each at their phone, and what can be seen of it. */
abstract class InAHandoff {

    static final String ENDS = "select coalesce(ended_by, 'open') from handoff order by started_at";

    final PlainYume yume = PlainYume.fresh();
    final Phone paty = yume.phone("+525511110001");
    final Phone lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
    final Phone ana = yume.phone(SalonLupita.ANAS_PHONE.e164());
    final Phone beto = yume.phone(SalonLupita.BETOS_PHONE.e164());

    /** Beto is asked "¿La cancelo?" and goes to a customer instead. */
    void orderInterrupted() {
        assertThat(paty.says("quiero un corte con Beto el viernes a las 5, soy Paty López").body()).contains("Corte");
        for (var turns = 0; visits().isEmpty() && turns < 4; turns++) {
            paty.says("sí");
        }
        assertThat(visits()).containsExactly("confirmed");
        asked();
        assertThat(beto.says("cancela la de Paty López").body()).contains("¿La cancelo?");
        assertThat(beto.taps(lupita.offered("Contestar")).body()).contains("Ya estás con");
    }

    List<String> visits() {
        return yume.superuser().rows("select status from appointment").stream().map(List::getFirst).toList();
    }

    Transcript transcript() {
        paty.posts(InboundKind.STICKER);
        yume.clock().tick(Duration.ofSeconds(5));
        yume.settle();
        return yume.the(Transcripts.class).find(SalonLupita.ID, paty.number(), Origin.SIMULATOR).await()
                .atMost(Duration.ofSeconds(30)).orElseThrow();
    }

    void loseReplies() {
        yume.superuser().execute("""
                create or replace function lose_reply() returns trigger language plpgsql as
                $$ begin raise exception 'the power went out'; end $$;
                create trigger lose_reply before insert on outbox for each row execute function lose_reply()""");
    }

    void keepReplies() {
        yume.superuser().execute("drop trigger if exists lose_reply on outbox");
    }

    void asked() {
        lupita.says("hola");
        assertThat(paty.says("quiero hablar con una persona").body()).contains("Ya le avisé a Lupita");
    }

    void talking() {
        asked();
        assertThat(lupita.taps("Contestar").body()).contains("Ya estás con");
    }

    List<String> ends() {
        return yume.superuser().rows(ENDS).stream().map(List::getFirst).toList();
    }

    List<String> flows() {
        return yume.superuser().rows("select kind, state from flow order by started_at, id").stream()
                .map(row -> String.join(" ", row)).toList();
    }

    static List<String> bodies(List<Phone.Message> messages) {
        return messages.stream().map(Phone.Message::body).toList();
    }
}
