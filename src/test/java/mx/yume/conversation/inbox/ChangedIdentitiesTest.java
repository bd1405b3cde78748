package mx.yume.conversation.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Sender;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** WhatsApp says that somebody changed their number: who they are goes with them, and nobody else gets it. */
class ChangedIdentitiesTest {

    private static final String OLD = "+525511112222";
    private static final String NEW = "+525599998888";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone paty = yume.phone(OLD);
    private final Phone later = yume.phone(NEW);

    @Test
    void nameAppointmentsAndConversationGoToTheNewNumber() {
        booked();
        changed("N1", OLD, Optional.of("MX.1"), NEW, Optional.of("MX.2"));
        assertThat(later.known("MX.2").says("¿cuándo es mi cita?").body()).contains("Corte de cabello", "5:00 p.m.");
        assertThat(later.hidden("MX.2").says("hola").body()).contains("Paty López");
        assertThat(rows("select old_phone, old_user_id, new_phone, new_user_id, outcome from identity_change"))
                .containsExactly(List.of(OLD, "MX.1", NEW, "MX.2", "moved"));
        assertThat(count("select count(*) from conversation c join person p on p.id = c.person_id where p.name = 'Paty López'"))
                .isOne();
        assertThat(paty.says("hola").body()).as("whoever has the old number next is somebody else")
                .contains("Privacidad").doesNotContain("Paty");
    }

    @Test
    void nothingIsAnsweredAndWhatWaitsGoesWhereTheyAreNow() {
        booked();
        yume.superuser().execute("""
                insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address,
                                    person_address, content, due_at, created_at)
                select organization_id, gen_random_uuid(), id, 'later', origin, channel, business_address, person_address,
                       '{"type":"text","body":"Te esperamos."}', '2027-02-01', now() from conversation
                where person_address = '%s'""".formatted(OLD));
        var said = count("select count(*) from outbox");
        var toPaty = count("select count(*) from outbox where person_address = '%s'".formatted(OLD));
        changed("N1", OLD, Optional.empty(), NEW, Optional.empty());
        assertThat(count("select count(*) from outbox")).isEqualTo(said);
        assertThat(count("select count(*) from inbound_message where kind = 'unknown'")).isZero();
        assertThat(rows("select person_address from outbox where purpose = 'later'")).containsExactly(List.of(NEW));
        assertThat(count("select count(*) from conversation where person_address = '%s'".formatted(OLD))).isZero();
        assertThat(count("select count(*) from conversation where person_address = '%s'".formatted(NEW))).isOne();
        assertThat(count("select count(*) from outbox where person_address = '%s'".formatted(OLD)))
                .as("what had left").isEqualTo(toPaty - 1);
    }

    @Test
    void aSecondDeliveryChangesNothingEvenWhenTheOldNumberHasSomebodyNew() {
        booked();
        changed("N1", OLD, Optional.empty(), NEW, Optional.empty());
        paty.says("hola, soy Laura Gil");
        changed("N1", OLD, Optional.empty(), NEW, Optional.empty());
        assertThat(paty.says("hola").body()).contains("Laura Gil");
        assertThat(later.says("hola").body()).contains("Paty López");
        assertThat(count("select count(*) from identity_change")).isOne();
    }

    @Test
    void nothingIsMergedWithWhoeverHasTheNewNumberAlready() {
        booked();
        later.says("hola, soy Laura Gil");
        changed("N1", OLD, Optional.empty(), NEW, Optional.empty());
        assertThat(later.says("¿cuándo es mi cita?").body()).doesNotContain("Corte de cabello");
        assertThat(paty.says("¿cuándo es mi cita?").body()).contains("Corte de cabello");
        assertThat(rows("select outcome from identity_change")).containsExactly(List.of("taken"));
    }

    @Test
    void anOldPhoneAndAnOldUserIdOfTwoPeopleMoveNobody() {
        booked();
        yume.phone("+525511113333").known("MX.9").says("hola, soy Laura Gil");
        changed("N1", OLD, Optional.of("MX.9"), NEW, Optional.empty());
        assertThat(paty.says("hola").body()).contains("Paty López");
        assertThat(rows("select outcome from identity_change")).containsExactly(List.of("two_people"));
    }

    @Test
    void whomNobodyKnowsIsKeptAndNoPersonIsMade() {
        changed("N1", OLD, Optional.empty(), NEW, Optional.empty());
        assertThat(count("select count(*) from person_identity where value in ('%s', '%s')".formatted(OLD, NEW))).isZero();
        assertThat(rows("select outcome from identity_change")).containsExactly(List.of("unknown"));
    }

    @Test
    void anotherBusinessHearsOfItByItsOwnNumberAlone() {
        booked();
        paty.to(SalonLupita.CENTRAL_NUMBER).says("hola");
        changed("N1", OLD, Optional.empty(), NEW, Optional.empty());
        assertThat(rows(
                "select distinct o.name from person_identity i join organization o using (organization_id) where i.value = '"
                        + OLD + "'"))
                .containsExactly(List.of("Yume"));
    }

    @Test
    void aNewUserIdWithoutAPhoneIsTheSamePersonAndTheOldPhoneIsNobodys() {
        booked();
        paty.known("MX.1").says("hola");
        tell("N1", SalonLupita.NUMBER, Optional.empty(), Optional.of("MX.1"), Optional.empty(), Optional.of("MX.2"));
        assertThat(later.hidden("MX.2").says("¿cuándo es mi cita?").body()).contains("Corte de cabello");
        assertThat(paty.says("hola").body()).doesNotContain("Paty");
        assertThat(rows("select old_phone, outcome from identity_change")).containsExactly(List.of(OLD, "moved"));
    }

    @Test
    void aNameThatIsNotSharedIsNotSharedUnderTheNewNumberEither() {
        booked();
        paty.says("NO COMPARTIR");
        changed("N1", OLD, Optional.empty(), NEW, Optional.of("MX.2"));
        assertThat(rows("select distinct shared from shared_name")).containsExactly(List.of("f"));
        assertThat(count("select count(*) from shared_name")).isEqualTo(3);
    }

    @Test
    void permissionFollowsStaffWhoLinkedTheirUserIdAndOwnersAreTold() {
        var beto = yume.phone(SalonLupita.BETOS_PHONE.e164());
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
        link(SalonLupita.BETOS_PHONE, "MX.77");
        beto.says("hola");
        lupita.says("hola");
        changed("N1", SalonLupita.BETOS_PHONE.e164(), Optional.of("MX.77"), NEW, Optional.of("MX.78"));
        yume.settle();
        assertThat(lupita.last().body()).contains("Beto cambió de número", NEW, "Ya entra a Salón Lupita");
        assertThat(later.says("¿qué tengo hoy?").body()).contains("Tu agenda");
        assertThat(beto.says("¿qué tengo hoy?").body()).as("the old number is a stranger's").contains("Privacidad");
        assertThat(rows("select phone, user_id from staff_member where name = 'Beto'")).containsExactly(List.of(NEW, "MX.78"));
    }

    @Test
    void aPhoneAloneOpensNothingForAnotherPhoneAndOwnersAreTold() {
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
        yume.phone(SalonLupita.BETOS_PHONE.e164()).says("hola");
        lupita.says("hola");
        changed("N1", SalonLupita.BETOS_PHONE.e164(), Optional.empty(), NEW, Optional.of("MX.78"));
        yume.settle();
        assertThat(lupita.last().body()).contains("Beto cambió de número", NEW, "Por seguridad");
        assertThat(later.says("¿qué tengo hoy?").body()).doesNotContain("Tu agenda");
        assertThat(rows("select route from turn order by started_at desc limit 1"))
                .containsExactly(List.of("5 customer flows"));
        assertThat(rows("select phone, user_id from staff_member where name = 'Beto'"))
                .containsExactly(List.of(SalonLupita.BETOS_PHONE.e164(), "null"));
    }

    @Test
    void anotherUserIdThanTheOneLinkedOpensNothing() {
        link(SalonLupita.BETOS_PHONE, "MX.77");
        yume.phone(SalonLupita.BETOS_PHONE.e164()).says("hola");
        changed("N1", SalonLupita.BETOS_PHONE.e164(), Optional.of("MX.66"), NEW, Optional.of("MX.78"));
        assertThat(rows("select phone, user_id from staff_member where name = 'Beto'"))
                .containsExactly(List.of(SalonLupita.BETOS_PHONE.e164(), "MX.77"));
    }

    @Test
    void theCentralNumberFollowsWhoeverWorksAnywhere() {
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164()).to(SalonLupita.CENTRAL_NUMBER);
        link(SalonLupita.LUPITAS_PHONE, "MX.55");
        lupita.known("MX.55").says("hola");
        tell("N1", SalonLupita.CENTRAL_NUMBER, Optional.of(SalonLupita.LUPITAS_PHONE), Optional.empty(),
                Optional.of(new PhoneNumber(NEW)), Optional.of("MX.56"));
        assertThat(later.to(SalonLupita.CENTRAL_NUMBER).says("¿cómo voy este mes?").body()).doesNotContain("Privacidad");
        assertThat(later.says("hola").body()).contains("Lupita");
        assertThat(rows("select phone, user_id from staff_member where name = 'Lupita'"))
                .containsExactly(List.of(NEW, "MX.56"));
    }

    @Test
    void aNumberThatNobodyOwnsChangesNothing() {
        booked();
        tell("N1", "+525500000099", Optional.of(new PhoneNumber(OLD)), Optional.empty(), Optional.of(new PhoneNumber(NEW)),
                Optional.empty());
        assertThat(paty.says("hola").body()).contains("Paty López");
        assertThat(count("select count(*) from identity_change")).isZero();
    }

    private void booked() {
        paty.says("hola, soy Paty López");
        paty.says("un corte mañana a las 5 con beto");
        paty.says("sí");
    }

    private void link(PhoneNumber phone, String userId) {
        yume.superuser().execute("update staff_member set user_id = '%s' where phone = '%s'".formatted(userId, phone.e164()));
    }

    private void changed(String id, String from, Optional<String> oldUserId, String to, Optional<String> newUserId) {
        tell(id, SalonLupita.NUMBER, Optional.of(new PhoneNumber(from)), oldUserId, Optional.of(new PhoneNumber(to)),
                newUserId);
    }

    private void tell(String id, String receiver, Optional<PhoneNumber> from, Optional<String> oldUserId,
            Optional<PhoneNumber> to, Optional<String> newUserId) {
        var address = to.map(PhoneNumber::e164).or(() -> newUserId).orElseThrow();
        var sender = new Sender(from, oldUserId, from.map(PhoneNumber::e164).or(() -> oldUserId).orElseThrow(),
                Optional.empty());
        var notice = new InboundMessage(ChannelName.SIMULATOR, Origin.SIMULATOR, id, receiver, sender, InboundKind.UNKNOWN, "",
                Optional.empty(), new byte[0]);
        yume.the(ChangedIdentities.class).changed(notice, new IdentityChange(from, oldUserId, to, newUserId, address))
                .await().atMost(Duration.ofSeconds(20));
    }

    private long count(String sql) {
        return yume.superuser().count(sql);
    }

    private List<List<String>> rows(String sql) {
        return yume.superuser().rows(sql);
    }
}
