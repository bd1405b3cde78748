package mx.yume.conversation.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.handoff.PageOutcome.Done;
import mx.yume.conversation.handoff.PageOutcome.NotFound;
import mx.yume.conversation.handoff.PageOutcome.NotYours;
import mx.yume.conversation.handoff.PageOutcome.NothingWritten;
import mx.yume.conversation.handoff.PageOutcome.TakenBy;
import mx.yume.conversation.handoff.PageOutcome.TooLong;
import mx.yume.conversation.handoff.PageOutcome.WindowClosed;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.Phone;
import mx.yume.testing.SalonLupita;

/** People of the business answer customers where they read the whole conversation. */
class PageSideTest extends InAHandoff {

    private final PageSide page = yume.the(PageSide.class);

    @BeforeEach
    void patyWrote() {
        paty.says("hola, ¿cuánto cuesta el tinte?");
    }

    @Test
    void whoeverTakesItIsAnnouncedOnceAndYumeIsSilent() {
        assertThat(take(SalonLupita.LUPITA)).isEqualTo(new Done());
        assertThat(take(SalonLupita.LUPITA)).as("again").isEqualTo(new Done());
        yume.settle();
        assertThat(bodies(paty.notices())).containsExactly("Lupita ya te atiende por este chat 👋");
        assertThat(paty.says("quiero un corte mañana a las 5")).isEqualTo(Phone.Message.NONE);
        assertThat(lupita.notices()).as("she reads it on her page").isEmpty();
        assertThat(ends()).containsExactly("open");
    }

    @Test
    void whatIsWrittenReachesTheCustomerOnceInTheNameOfWhoeverDoes() {
        take(SalonLupita.LUPITA);
        var once = UUID.randomUUID();
        assertThat(write(SalonLupita.LUPITA, once, "  ¡Claro! Cuesta $900  ")).isEqualTo(new Done());
        assertThat(write(SalonLupita.LUPITA, once, "¡Claro! Cuesta $900")).as("the same form").isEqualTo(new Done());
        assertThat(write(SalonLupita.LUPITA, UUID.randomUUID(), "x".repeat(PageSide.LONGEST))).isEqualTo(new Done());
        yume.settle();
        assertThat(bodies(paty.notices())).hasSize(3).contains("*Lupita:* ¡Claro! Cuesta $900");
    }

    @Test
    void nothingAndTooMuchAreNotSent() {
        take(SalonLupita.LUPITA);
        assertThat(write(SalonLupita.LUPITA, UUID.randomUUID(), " \n ")).isEqualTo(new NothingWritten());
        assertThat(write(SalonLupita.LUPITA, UUID.randomUUID(), "x".repeat(PageSide.LONGEST + 1)))
                .isEqualTo(new TooLong(PageSide.LONGEST));
        yume.settle();
        assertThat(paty.notices()).hasSize(1);
    }

    @Test
    void onlyWhoeverTookItWritesAndGivesItBack() {
        assertThat(write(SalonLupita.LUPITA, UUID.randomUUID(), "hola")).as("nobody took it").isEqualTo(new NotYours());
        take(SalonLupita.LUPITA);
        assertThat(take(SalonLupita.ANA)).isEqualTo(new TakenBy("Lupita"));
        assertThat(write(SalonLupita.ANA, UUID.randomUUID(), "hola")).isEqualTo(new NotYours());
        assertThat(giveBack(SalonLupita.ANA)).isEqualTo(new TakenBy("Lupita"));
        yume.settle();
        assertThat(paty.notices()).hasSize(1);
        assertThat(ends()).containsExactly("open");
    }

    @Test
    void ofTwoWhoTakeItAtOnceOneHasIt() {
        var both = Uni.join().all(page.take(SalonLupita.ID, member(SalonLupita.LUPITA), chat()),
                page.take(SalonLupita.ID, member(SalonLupita.ANA), chat())).andFailFast();
        var outcomes = await(both);
        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(TakenBy.class::isInstance).hasSize(1);
        yume.settle();
        assertThat(paty.notices()).hasSize(1);
        assertThat(ends()).containsExactly("open");
    }

    @Test
    void givenBackYumeAnswersAgainAndASecondTimeNothingHappens() {
        take(SalonLupita.LUPITA);
        assertThat(giveBack(SalonLupita.LUPITA)).isEqualTo(new Done());
        assertThat(giveBack(SalonLupita.LUPITA)).isEqualTo(new Done());
        yume.settle();
        assertThat(bodies(paty.notices())).endsWith(
                "Lupita terminó la conversación. Aquí sigo yo, Yume, por si necesitas algo más.").hasSize(2);
        assertThat(ends()).containsExactly("staff");
        assertThat(paty.says("¿a qué hora abren?").body()).contains("Nuestro horario");
        assertThat(write(SalonLupita.LUPITA, UUID.randomUUID(), "otra cosa")).isEqualTo(new NotYours());
    }

    @Test
    void whoeverWaitsIsToldThatNobodyCanNow() {
        asked();
        assertThat(giveBack(SalonLupita.ANA)).as("nobody took it").isEqualTo(new Done());
        yume.settle();
        assertThat(paty.last().body()).isEqualTo("Por ahora no te pueden contestar. Aquí sigo yo, Yume: escríbeme y te ayudo.");
        assertThat(ends()).containsExactly("staff");
    }

    @Test
    void whatIsTakenOnAPageIsTakenForTheChatsToo() {
        asked();
        assertThat(take(SalonLupita.ANA)).isEqualTo(new Done());
        assertThat(lupita.taps("Contestar").body()).contains("Ana ya está");
        paty.says("sigo aquí");
        assertThat(bodies(lupita.notices())).noneMatch(body -> body.contains("sigo aquí"));
    }

    @Test
    void whoeverMayNoLongerRunTheDayHasLetGoOfIt() {
        take(SalonLupita.ANA);
        yume.superuser().execute("update staff_member set permission = 'viewer' where id = '" + SalonLupita.ANA + "'");
        assertThat(write(SalonLupita.ANA, UUID.randomUUID(), "hola")).isEqualTo(new NotYours());
        assertThat(take(SalonLupita.BETO)).isEqualTo(new Done());
        yume.settle();
        assertThat(paty.last().body()).contains("Beto ya te atiende");
    }

    @Test
    void afterADayOfSilenceNothingIsBegunAndNothingSent() {
        yume.clock().tick(Duration.ofHours(24));
        assertThat(take(SalonLupita.LUPITA)).isEqualTo(new WindowClosed());
        assertThat(ends()).as("nobody waits").containsExactly("staff");
        assertThat(yume.superuser().count("select count(*) from outbox where turn_id is null")).isZero();
    }

    @Test
    void whoeverTookItYesterdayWritesNoMore() {
        yume.clock().tick(Duration.ofHours(23).plusMinutes(45));
        take(SalonLupita.LUPITA);
        yume.clock().tick(Duration.ofMinutes(15));
        assertThat(write(SalonLupita.LUPITA, UUID.randomUUID(), "¿sigues ahí?")).isEqualTo(new WindowClosed());
        assertThat(yume.superuser().count("select count(*) from outbox where content ->> 'body' like '%sigues ahí%'")).isZero();
    }

    @Test
    void aConversationOfStaffOfAnotherBusinessOrOfNobodyIsNotThere() {
        beto.says("hola");
        var betos = chat(SalonLupita.BETOS_PHONE.e164());
        var calls = Stream.of(ask(SalonLupita.ID, betos), ask(OrganizationId.YUME, chat()),
                ask(SalonLupita.ID, new ConversationId(UUID.randomUUID()))).flatMap(List::stream).toList();
        assertThat(calls).hasSize(9).allMatch(new NotFound()::equals);
        assertThat(ends()).isEmpty();
    }

    @Test
    void eachRefusalSaysWhyInASentence() {
        assertThat(Stream.of(new TakenBy("Ana"), new WindowClosed(), new NotYours(), new NothingWritten(), new TooLong(3_000))
                .map(PageOutcome.Refusal::sentence)).containsExactly("Ana ya está en este chat.",
                        "Hace más de 24 horas que no escribe y WhatsApp ya no deja mandarle mensajes.",
                        "Ya no estás en este chat: toma la conversación otra vez y mándalo.", "Escribe el mensaje.",
                        "El mensaje es muy largo: caben 3,000 letras.");
    }

    private List<PageOutcome> ask(OrganizationId organization, ConversationId conversation) {
        var lupitaHerself = member(SalonLupita.LUPITA);
        return List.of(await(page.take(organization, lupitaHerself, conversation)),
                await(page.write(organization, lupitaHerself, conversation, UUID.randomUUID(), "hola")),
                await(page.giveBack(organization, lupitaHerself, conversation)));
    }

    private PageOutcome take(StaffId staff) {
        return await(page.take(SalonLupita.ID, member(staff), chat()));
    }

    private PageOutcome write(StaffId staff, UUID once, String text) {
        return await(page.write(SalonLupita.ID, member(staff), chat(), once, text));
    }

    private PageOutcome giveBack(StaffId staff) {
        return await(page.giveBack(SalonLupita.ID, member(staff), chat()));
    }

    private static StaffMember member(StaffId staff) {
        return SalonLupita.business().staffMember(staff).orElseThrow();
    }

    private ConversationId chat() {
        return chat(paty.number().e164());
    }

    private ConversationId chat(String phone) {
        return new ConversationId(UUID.fromString(yume.superuser().rows("""
                select c.id from conversation c
                join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
                where i.value = '%s' and c.organization_id = '%s'""".formatted(phone, SalonLupita.ID)).getFirst().getFirst()));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
