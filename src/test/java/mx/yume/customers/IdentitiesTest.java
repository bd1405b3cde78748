package mx.yume.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Who somebody is, when WhatsApp tells their phone, their user id, or both. */
class IdentitiesTest {

    private static final String PATY = "+525511112222";
    private static final String USER_ID = "MX.100200300";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone paty = yume.phone(PATY);

    @Test
    void whoeverCameOnceWithBothIsOnePersonByEither() {
        paty.says("hola, soy Paty López");
        paty.known(USER_ID).says("hola");
        assertThat(paty.hidden(USER_ID).says("hola").body()).as("known by user id alone").contains("Paty López");
        assertThat(paty.says("hola").body()).contains("Paty López");
        assertThat(people()).isOne();
        assertThat(changes()).isEmpty();
    }

    @Test
    void aCustomerWithoutAPhoneBooksAllTheSame() {
        var hidden = paty.hidden(USER_ID);
        hidden.says("soy Paty López, un corte mañana a las 5 con beto");
        hidden.says("sí");
        assertThat(count("select count(*) from appointment where customer_name = 'Paty López'")).isOne();
        assertThat(rows("select kind from person_identity where value = '" + USER_ID + "'"))
                .containsExactly(List.of("user_id"));
    }

    @Test
    void aPhoneWithoutAUserIdAndAUserIdWithoutAPhoneAreOnePersonOnceTheyComeTogether() {
        paty.says("hola, soy Paty López");
        var hidden = paty.hidden(USER_ID);
        hidden.says("soy Patricia, un corte mañana a las 5 con beto");
        hidden.says("sí");
        assertThat(people()).as("nobody could know yet").isEqualTo(2);
        assertThat(paty.known(USER_ID).says("¿cuándo es mi cita?").body()).contains("Corte de cabello", "5:00 p.m.");
        assertThat(hidden.says("¿cuándo es mi cita?").body()).contains("Corte de cabello");
        assertThat(
                rows("""
                        select distinct p.name from appointment a join person p on p.id = a.customer_id where a.origin = 'simulator'"""))
                .containsExactly(List.of("Paty López"));
        assertThat(changes()).containsExactly(List.of("joined"));
    }

    @Test
    void whatTheySaidInTheMiddleOfAnErrandGoesOnWhenThePhoneHadNoConversation() {
        walkedIn();
        var hidden = paty.hidden(USER_ID);
        hidden.says("un corte mañana a las 5 con beto");
        assertThat(paty.known(USER_ID).says("Paty López").body()).contains("A nombre de Paty López", "¿La agendo?");
        paty.known(USER_ID).says("sí");
        assertThat(count("select count(*) from appointment where origin = 'simulator'")).isOne();
        assertThat(count("select count(*) from conversation where last_inbound_at is not null")).isOne();
    }

    @Test
    void whatEitherRefusedStaysRefused() {
        paty.says("hola");
        paty.hidden(USER_ID).says("hola");
        paty.hidden(USER_ID).says("BAJA");
        paty.known(USER_ID).says("hola");
        assertThat(count("""
                select count(*) from person p join person_identity i on i.person_id = p.id
                where i.value = '%s' and p.opted_out_at is not null""".formatted(PATY))).isOne();
        assertThat(rows("""
                select c.what, c.given from consent c join person_identity i on i.person_id = c.person_id
                where i.value = '%s' and c.what = 'messages'""".formatted(PATY))).containsExactly(List.of("messages", "f"));
    }

    @Test
    void whatCouldBeTwoPeopleIsNeverMergedAndThePhoneSaysWhoWrites() {
        paty.known("MX.111").says("hola, soy Paty López");
        var laura = yume.phone("+525511113333");
        laura.known("MX.222").says("hola, soy Laura Gil");
        assertThat(paty.known("MX.222").says("hola").body()).contains("Paty López");
        assertThat(laura.says("hola").body()).contains("Laura Gil");
        assertThat(paty.hidden("MX.222").says("hola").body()).as("still hers").contains("Laura Gil");
        assertThat(paty.hidden("MX.111").says("hola").body()).contains("Paty López");
        paty.known("MX.222").says("hola");
        assertThat(people()).isEqualTo(2);
        assertThat(changes()).as("kept once").containsExactly(List.of("two_people"));
    }

    @Test
    void aUserIdThatBringsAnotherPhoneHasThatOneFromNowOn() {
        paty.known(USER_ID).says("hola, soy Paty López");
        var later = yume.phone("+525500009999").known(USER_ID);
        assertThat(later.says("hola").body()).contains("Paty López");
        later.says("un corte mañana a las 5 con beto");
        later.says("sí");
        assertThat(yume.phone(SalonLupita.LUPITAS_PHONE.e164()).says("agenda de mañana").body()).contains("Paty López");
        assertThat(people()).isEqualTo(2);
    }

    /** Staff wrote them down by their phone: they have never written. */
    private void walkedIn() {
        var person = yume.named(SalonLupita.ID, "Paty");
        yume.superuser().execute("""
                insert into person_identity (organization_id, provider, kind, value, person_id)
                values ('%s', 'whatsapp', 'phone', '%s', '%s');
                update person set name = null, name_confirmed_at = null where id = '%s'"""
                .formatted(SalonLupita.ID, PATY, person, person));
    }

    /** Who wrote: staff are known from the first notice on. */
    private long people() {
        return count("select count(distinct person_id) from conversation where last_inbound_at is not null");
    }

    private List<List<String>> changes() {
        return rows("select outcome from identity_change");
    }

    private long count(String sql) {
        return yume.superuser().count(sql);
    }

    private List<List<String>> rows(String sql) {
        return yume.superuser().rows(sql);
    }
}
