package mx.yume.conversation.chats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.StaffId;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Origin;
import mx.yume.conversation.chats.Chat.Line;
import mx.yume.conversation.handoff.PageSide;
import mx.yume.conversation.outbox.FailedMessages;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class ChatsTest {

    private static final int MOST = 50;

    private final PlainYume yume = PlainYume.fresh();
    private final Chats chats = yume.the(Chats.class);
    private final ChatList list = yume.the(ChatList.class);
    private final FailedMessages failed = yume.the(FailedMessages.class);
    private final Phone paty = yume.phone("+525511110001").called("Pati ✨");
    private final Phone rosa = yume.phone("+525511110002");

    @Test
    void aChatIsReadInItsOrderWithWhatWasOfferedAndWhatBecameOfIt() {
        paty.says("hola");
        paty.sends(InboundKind.STICKER);
        paty.says("quiero un corte");
        var chat = read(paty);
        assertThat(chat.phone()).contains(paty.number());
        assertThat(chat.name()).as("a profile's is no name").isEmpty();
        assertThat(chat.origin()).isEqualTo(Origin.SIMULATOR);
        assertThat(chat.earlier()).isFalse();
        assertThat(chat.handoff()).isEmpty();
        assertThat(chat.lines()).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(chat.lines()).filteredOn(Line::inbound).extracting(Line::kind, Line::body, Line::status)
                .containsExactly(tuple("text", "hola", "received"), tuple("sticker", "", "received"),
                        tuple("text", "quiero un corte", "received"));
        assertThat(chat.lines().getFirst().inbound()).isTrue();
        assertThat(chat.lines().getLast()).satisfies(last -> {
            assertThat(last.inbound()).isFalse();
            assertThat(last.body()).isEqualTo(paty.last().body());
            assertThat(last.options()).isEqualTo(paty.last().titles()).isNotEmpty();
            assertThat(last.over()).isFalse();
            assertThat(last.error()).isEmpty();
        });
        assertThat(chat.lastWrote()).contains(chat.lines().stream().filter(Line::inbound).toList().getLast().at());
    }

    @Test
    void ofALongOneTheLastLinesAreReadAndThoseBeforeThem() {
        for (var at = 1; at <= 4; at++) {
            paty.says("mensaje " + at);
        }
        var all = read(paty).lines();
        assertThat(all).hasSize(8);
        var last = read(paty, Optional.empty(), 3);
        assertThat(last.earlier()).isTrue();
        assertThat(last.lines()).isEqualTo(all.subList(5, 8));
        var before = read(paty, Optional.of(last.lines().getFirst().at()), 5);
        assertThat(before.lines()).isEqualTo(all.subList(0, 5));
        assertThat(before.earlier()).isFalse();
    }

    @Test
    void onlyCustomersChatsOfTheBusinessAreThere() {
        var beto = yume.phone(SalonLupita.BETOS_PHONE.e164());
        beto.says("hola");
        paty.says("hola");
        assertThat(await(chats.read(SalonLupita.ID, id(beto), Optional.empty(), MOST))).isEmpty();
        assertThat(await(chats.read(OrganizationId.YUME, id(paty), Optional.empty(), MOST))).isEmpty();
        assertThat(await(chats.read(SalonLupita.ID, new ConversationId(UUID.randomUUID()), Optional.empty(), MOST))).isEmpty();
        assertThat(await(chats.mark(OrganizationId.YUME, id(paty)))).isEmpty();
        assertThat(await(list.page(SalonLupita.ID, 0, MOST)).chats()).extracting(ChatSummary::id).containsExactly(id(paty));
        assertThat(await(list.page(OrganizationId.YUME, 0, MOST)).chats()).isEmpty();
    }

    @Test
    void aLinkThatSignsInIsShownToNobodyElse() {
        paty.says("hola");
        yume.superuser().execute("""
                update outbox set content = '{"type": "text", "body": "https://yume.test/entrar?t=AbC_1-x y ya"}'""");
        assertThat(read(paty).lines().getLast().body()).isEqualTo("https://yume.test/entrar?t=… y ya");
        assertThat(await(list.page(SalonLupita.ID, 0, 1)).chats().getFirst().last()).doesNotContain("AbC_1");
    }

    @Test
    void whatANewerYumeWroteIsAnEmptyLineAndNoFailure() {
        paty.says("hola");
        yume.superuser().execute("update outbox set content = '{\"type\": \"hologram\"}'");
        assertThat(read(paty).lines().getLast()).satisfies(line -> {
            assertThat(line.body()).isEmpty();
            assertThat(line.options()).isEmpty();
        });
    }

    @Test
    void whoeverLooksAgainSeesWhetherAnythingIsNew() {
        paty.says("hola");
        var mark = mark();
        assertThat(mark()).isEqualTo(mark).isNotEmpty();
        rosa.says("hola");
        assertThat(mark()).as("somebody else's").isEqualTo(mark);
        paty.posts("¿hay alguien?");
        var wrote = mark();
        assertThat(wrote).isNotEqualTo(mark);
        paty.hears();
        var answered = mark();
        assertThat(answered).isNotEqualTo(wrote);
        yume.superuser().execute("update outbox set status = 'read' where conversation_id = '" + id(paty) + "'");
        var seen = mark();
        assertThat(seen).isNotEqualTo(answered);
        take(SalonLupita.LUPITA);
        assertThat(mark()).isNotEqualTo(seen);
    }

    @Test
    void thoseWhoWaitComeFirstThenTheLatest() {
        yume.phone(SalonLupita.LUPITAS_PHONE.e164()).says("hola");
        paty.says("quiero hablar con una persona");
        rosa.says("hola");
        var sara = yume.phone("+525511110003");
        sara.says("buenas");
        var page = await(list.page(SalonLupita.ID, 0, 2));
        assertThat(page.more()).isTrue();
        assertThat(page.chats()).extracting(ChatSummary::phone, ChatSummary::asked, ChatSummary::by)
                .containsExactly(tuple(Optional.of(paty.number()), true, Optional.empty()),
                        tuple(Optional.of(sara.number()), false, Optional.empty()));
        var rest = await(list.page(SalonLupita.ID, 2, 2));
        assertThat(rest.more()).isFalse();
        assertThat(rest.chats()).extracting(ChatSummary::phone).containsExactly(Optional.of(rosa.number()));
        assertThat(rest.chats()).extracting(ChatSummary::inbound, ChatSummary::kind, ChatSummary::last)
                .containsExactly(tuple(false, "out", rosa.last().body()));
        take(SalonLupita.ANA);
        assertThat(await(list.page(SalonLupita.ID, 0, 1)).chats().getFirst().by()).contains("Ana");
        assertThat(read(paty).handoff().orElseThrow()).satisfies(asked -> {
            assertThat(asked.by().map(Chat.Taker::staff)).contains(SalonLupita.ANA);
            assertThat(asked.since()).isBefore(yume.clock().instant());
        });
    }

    @Test
    void whatTheCustomerSaidLastIsInTheList() {
        paty.says("hola");
        take(SalonLupita.LUPITA);
        yume.settle();
        yume.clock().tick(Duration.ofMinutes(1));
        paty.says("¿me ayudas?");
        assertThat(await(list.page(SalonLupita.ID, 0, 1)).chats().getFirst()).satisfies(chat -> {
            assertThat(chat.inbound()).isTrue();
            assertThat(chat.kind()).isEqualTo("text");
            assertThat(chat.last()).isEqualTo("¿me ayudas?");
        });
    }

    @Test
    void aFailedMessageIsCountedAndSentAgainOnceByItsOwnBusiness() {
        paty.says("hola");
        yume.superuser().execute("update outbox set status = 'failed', error = 'se cayó', sent_at = null");
        var line = read(paty).lines().getLast();
        assertThat(line).extracting(Line::status, Line::error).containsExactly("failed", "se cayó");
        assertThat(await(list.page(SalonLupita.ID, 0, 1)).chats().getFirst().failed()).isOne();
        var message = line.message().orElseThrow();
        assertThat(await(failed.retry(OrganizationId.YUME, id(paty), message))).isFalse();
        assertThat(await(failed.retry(SalonLupita.ID, new ConversationId(UUID.randomUUID()), message))).isFalse();
        assertThat(await(failed.retry(SalonLupita.ID, id(paty), message))).isTrue();
        assertThat(await(failed.retry(SalonLupita.ID, id(paty), message))).as("again").isFalse();
        yume.settle();
        assertThat(read(paty).lines().getLast().status()).isEqualTo("sent");
        assertThat(await(list.page(SalonLupita.ID, 0, 1)).chats().getFirst().failed()).isZero();
    }

    @Test
    void whatIsOverIsNotSentAgain() {
        paty.says("hola");
        yume.superuser().execute("update outbox set status = 'failed', expires_at = created_at + interval '1 minute'");
        yume.clock().tick(Duration.ofMinutes(2));
        var line = read(paty).lines().getLast();
        assertThat(line.over()).isTrue();
        assertThat(await(failed.retry(SalonLupita.ID, id(paty), line.message().orElseThrow()))).isFalse();
    }

    @Test
    void aPersonsChatsAreKnownByWhereTheyWrote() {
        paty.says("hola");
        var person = person(paty);
        assertThat(await(list.of(SalonLupita.ID, person))).extracting(ChatList.Known::id, ChatList.Known::origin)
                .containsExactly(tuple(id(paty), Origin.SIMULATOR));
        assertThat(await(list.of(OrganizationId.YUME, person))).isEmpty();
        assertThat(await(list.of(SalonLupita.ID, yume.named(SalonLupita.ID, "Sin chat")))).isEmpty();
    }

    private void take(StaffId staff) {
        await(yume.the(PageSide.class).take(SalonLupita.ID, SalonLupita.business().staffMember(staff).orElseThrow(), id(paty)));
    }

    private String mark() {
        return Objects.requireNonNull(await(chats.mark(SalonLupita.ID, id(paty))));
    }

    private Chat read(Phone phone) {
        return read(phone, Optional.empty(), MOST);
    }

    private Chat read(Phone phone, Optional<Instant> before, int most) {
        return await(chats.read(SalonLupita.ID, id(phone), before, most)).orElseThrow();
    }

    private ConversationId id(Phone phone) {
        return new ConversationId(
                UUID.fromString(one("select id from conversation where person_id = '" + person(phone) + "'")));
    }

    private PersonId person(Phone phone) {
        return new PersonId(UUID.fromString(one("select person_id from person_identity where organization_id = '"
                + SalonLupita.ID + "' and value = '" + phone.number().e164() + "'")));
    }

    private String one(String sql) {
        return yume.superuser().rows(sql).getFirst().getFirst();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
