package mx.yume.scheduling.clientele;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.CORTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.Counter;
import mx.yume.testing.SalonLupita;

/** The list of customers, and finding somebody in it. */
class ClienteleTest extends AtTheCounter {

    private static final int MOST = 50;

    @Test
    void everybodyIsThereByNameAndThoseWithoutOneComeLast() {
        named("Ángeles Ruiz");
        named("zoe");
        yume.phone("+525511110001").says("hola");
        assertThat(names("")).containsExactly("Ángeles Ruiz", "Diego", "Sofía", "zoe", "");
        assertThat(names("   ")).hasSize(5);
    }

    @Test
    void aNameIsFoundByTheBeginningsOfItsWordsWithoutAccentsOrCase() {
        named("María José Ibáñez");
        named("José Marín");
        assertThat(names("maria")).containsExactly("María José Ibáñez");
        assertThat(names("JOSE")).containsExactly("José Marín", "María José Ibáñez");
        assertThat(names("ibañ mar")).containsExactly("María José Ibáñez");
        assertThat(names("osé")).as("within a word").isEmpty();
        assertThat(names("sofia")).containsExactly("Sofía");
    }

    @Test
    void whatMeansSomethingToTheDatabaseMeansNothingHere() {
        assertThat(names("%")).isEmpty();
        assertThat(names("_")).isEmpty();
        assertThat(names("\\")).isEmpty();
        assertThat(names("'; drop table person; --")).isEmpty();
        assertThat(names("So%")).containsExactly("Sofía");
    }

    @Test
    void aPhoneIsFoundByFourOfItsDigitsHoweverTheyAreWritten() {
        yume.phone("+525511110001").says("hola");
        yume.phone("+525522220001").says("hola");
        for (var written : List.of("1111", "55 1111 0001", "+52 (55) 1111-0001", "044 55 1111 0001", "5511110001")) {
            assertThat(page(written, 0, MOST).customers()).as(written).extracting(one -> one.phone().orElseThrow().e164())
                    .containsExactly("+525511110001");
        }
        assertThat(names("0001")).hasSize(2);
        assertThat(names("111")).as("too few").isEmpty();
    }

    @Test
    void whenTheyCameLastAndWhenTheyComeNextIsOnTheirOwnClocks() {
        var last = counter.booked(request(sofia, CORTE, at(0, 12, 0), ANA));
        var missed = counter.booked(request(sofia, CORTE, at(0, 16, 0), ANA));
        var next = counter.booked(request(sofia, CORTE, at(2, 12, 0), ANA));
        var cancelled = counter.booked(request(sofia, CORTE, at(1, 12, 0), ANA));
        Counter.await(agenda.cancel(salon(), sofia, cancelled.id(), cancelled.version(), Alongside.nothing()));
        execute("update appointment set status = 'no_show' where id = '" + missed.id().value() + "'");
        clock.set(at(0, 18, 0));
        assertThat(page("sofia", 0, MOST).customers()).singleElement().satisfies(one -> {
            assertThat(one.last()).contains(last.start());
            assertThat(one.next()).contains(next.start());
        });
        assertThat(page("diego", 0, MOST).customers()).singleElement().satisfies(one -> {
            assertThat(one.last()).isEmpty();
            assertThat(one.next()).isEmpty();
            assertThat(one.phone()).isEmpty();
        });
    }

    @Test
    void whoeverWorksHereIsACustomerOnceTheyHaveAVisit() {
        var beto = yume.phone(SalonLupita.BETOS_PHONE.e164());
        beto.says("hola");
        assertThat(page(SalonLupita.BETOS_PHONE.e164(), 0, MOST).customers()).isEmpty();
        var visit = counter.booked(request(sofia, CORTE, at(1, 12, 0), ANA));
        execute("""
                update appointment set customer_id = (select person_id from person_identity where value = '%s' and organization_id = '%s')
                where id = '%s'"""
                .formatted(SalonLupita.BETOS_PHONE.e164(), SalonLupita.ID, visit.id().value()));
        assertThat(page(SalonLupita.BETOS_PHONE.e164(), 0, MOST).customers()).hasSize(1);
    }

    @Test
    void whoeverWasErasedIsNotInTheList() {
        execute("update person set erased_at = now() where id = '" + sofia + "'");
        assertThat(names("")).containsExactly("Diego");
    }

    @Test
    void theListHasPages() {
        named("Elena");
        var first = page("", 0, 2);
        assertThat(first.more()).isTrue();
        assertThat(first.customers()).extracting(Customer::name).containsExactly(Optional.of("Diego"), Optional.of("Elena"));
        var second = page("", 2, 2);
        assertThat(second.more()).isFalse();
        assertThat(second.customers()).extracting(Customer::name).containsExactly(Optional.of("Sofía"));
        assertThat(Counter.await(yume.the(Clientele.class).page(OrganizationId.YUME, "", 0, MOST)).customers()).isEmpty();
    }

    private List<String> names(String words) {
        return page(words, 0, MOST).customers().stream().map(one -> one.name().orElse("")).toList();
    }

    private Clientele.Page page(String words, int skipped, int most) {
        return Counter.await(yume.the(Clientele.class).page(SalonLupita.ID, words, skipped, most));
    }
}
