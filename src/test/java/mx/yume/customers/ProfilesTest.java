package mx.yume.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.customers.ProfileOutcome.BadName;
import mx.yume.customers.ProfileOutcome.Changed;
import mx.yume.customers.ProfileOutcome.LongNote;
import mx.yume.customers.ProfileOutcome.NotFound;
import mx.yume.customers.ProfileOutcome.Saved;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** What a business has written down about somebody, changed by whoever saw how it was. */
class ProfilesTest {

    private final PlainYume yume = PlainYume.fresh();
    private final Profiles profiles = yume.the(Profiles.class);
    private final PersonId sofia = yume.named(SalonLupita.ID, "Sofía");

    @Test
    void aNewNameIsConfirmedNowAndOnlyForWhoeverSawTheOldOne() {
        assertThat(rename(0, "  Sofía Luna ")).isEqualTo(new Saved());
        assertThat(profile().name()).contains("Sofía Luna");
        assertThat(profile().nameConfirmed()).contains(yume.clock().instant());
        assertThat(profile().version()).isEqualTo(1);
        assertThat(rename(0, "Otra")).isEqualTo(new Changed());
        assertThat(profile().name()).contains("Sofía Luna");
        assertThat(rename(1, "a".repeat(Profiles.LONGEST_NAME))).isEqualTo(new Saved());
    }

    @Test
    void aNameSaysSomethingIsNotTooLongAndHoldsNoControlCharacters() {
        for (var name : List.of("", "   ", "a".repeat(Profiles.LONGEST_NAME + 1), "Sofía\nLuna", "Sofía\u0000")) {
            assertThat(rename(0, name)).isEqualTo(new BadName());
        }
        assertThat(profile().version()).isZero();
    }

    @Test
    void ofTwoWhoWriteTheFirstNoteAtOnceOneIsToldOfTheOther() {
        var outcomes = await(Uni.join().all(profiles.note(SalonLupita.ID, sofia, 0, "Alérgica al amoniaco"),
                profiles.note(SalonLupita.ID, sofia, 0, "Prefiere los jueves")).andFailFast());
        assertThat(outcomes).containsExactlyInAnyOrder(new Saved(), new Changed());
        assertThat(profile().noteVersion()).isEqualTo(1);
    }

    @Test
    void aNoteIsChangedByWhoeverSawItAndMayBeEmptyAgain() {
        assertThat(note(0, " Alérgica al amoniaco ")).isEqualTo(new Saved());
        assertThat(profile().note()).isEqualTo("Alérgica al amoniaco");
        assertThat(note(0, "Otra cosa")).isEqualTo(new Changed());
        assertThat(note(1, "")).isEqualTo(new Saved());
        assertThat(profile().note()).isEmpty();
        assertThat(profile().noteVersion()).isEqualTo(2);
        assertThat(note(1, "Otra cosa")).isEqualTo(new Changed());
    }

    @Test
    void aNoteHasAnEnd() {
        assertThat(note(0, "a".repeat(Profiles.LONGEST_NOTE + 1))).isEqualTo(new LongNote(Profiles.LONGEST_NOTE));
        assertThat(note(0, "ñ".repeat(Profiles.LONGEST_NOTE))).isEqualTo(new Saved());
        assertThat(new LongNote(Profiles.LONGEST_NOTE).sentence()).isEqualTo("La nota es muy larga: caben 2,000 letras.");
    }

    @Test
    void nothingIsWrittenOfWhomTheBusinessDoesNotKnowNorOfWhomItForgot() {
        assertThat(await(profiles.of(OrganizationId.YUME, sofia))).isEmpty();
        assertThat(await(profiles.rename(OrganizationId.YUME, sofia, 0, "Otra"))).isEqualTo(new NotFound());
        assertThat(await(profiles.note(OrganizationId.YUME, sofia, 0, "Otra"))).isEqualTo(new NotFound());
        assertThat(await(profiles.note(SalonLupita.ID, PersonId.next(), 0, "Otra"))).isEqualTo(new NotFound());
        yume.superuser().execute("update person set erased_at = now()");
        assertThat(rename(0, "Otra")).isEqualTo(new NotFound());
        assertThat(note(0, "Otra")).isEqualTo(new NotFound());
        assertThat(yume.superuser().count("select count(*) from person_note")).isZero();
    }

    @Test
    void theNewestPhoneIsTheOneToCall() {
        yume.superuser().execute(
                """
                        insert into person_identity (organization_id, provider, kind, value, person_id)
                        values ('%1$s', 'whatsapp', 'phone', '+525512345678', '%2$s'), ('%1$s', 'whatsapp', 'user_id', 'MX.123', '%2$s');
                        insert into person_identity (organization_id, provider, kind, value, person_id)
                        values ('%1$s', 'whatsapp', 'phone', '+525587654321', '%2$s')"""
                        .formatted(SalonLupita.ID, sofia));
        assertThat(profile().phone().map(phone -> phone.e164())).contains("+525587654321");
        assertThat(profile().identities()).hasSize(3);
    }

    @Test
    void theLedgerHandsOverEverybodyAPageAtATime() {
        var paty = yume.phone("+525511110001");
        paty.says("hola");
        paty.says("BAJA");
        var ledger = yume.the(CustomerLedger.class);
        var all = new ArrayList<CustomerLedger.Entry>();
        for (var page = await(ledger.after(SalonLupita.ID, Optional.empty(), 1)); !page.isEmpty(); page = await(
                ledger.after(SalonLupita.ID, Optional.of(page.getLast().id()), 1))) {
            assertThat(page).hasSize(1);
            all.addAll(page);
        }
        assertThat(all).extracting(CustomerLedger.Entry::id).isSortedAccordingTo(
                (one, other) -> one.toString().compareTo(other.toString())).hasSize(2).contains(sofia);
        assertThat(all).filteredOn(entry -> entry.phone().isPresent()).singleElement().satisfies(entry -> {
            assertThat(entry.phone()).contains(paty.number());
            assertThat(entry.name()).isEmpty();
            assertThat(entry.optedOut()).isTrue();
        });
        assertThat(await(ledger.after(OrganizationId.YUME, Optional.empty(), 10))).isEmpty();
    }

    private Profile profile() {
        return await(profiles.of(SalonLupita.ID, sofia)).orElseThrow();
    }

    private ProfileOutcome rename(int seen, String name) {
        return await(profiles.rename(SalonLupita.ID, sofia, seen, name));
    }

    private ProfileOutcome note(int seen, String note) {
        return await(profiles.note(SalonLupita.ID, sofia, seen, note));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
