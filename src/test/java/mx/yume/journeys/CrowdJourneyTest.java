package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** 24 people chat at once about the same time. */
@QuarkusTest
@TestProfile(CrowdJourneyTest.AllAtOnce.class)
class CrowdJourneyTest {

    /** One business may have all of them under way, where otherwise it would have to leave room for others. */
    public static class AllAtOnce implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var people = Integer.toString(PEOPLE);
            return Map.of("yume.workers.turns", people, "yume.workers.turns-of-one", people);
        }
    }

    private static final List<String> SURNAMES = List.of("Aguilar", "Bravo", "Castro", "Domínguez", "Esquivel", "Flores",
            "García", "Hernández", "Ibarra", "Juárez", "Luna", "Méndez", "Navarro", "Ochoa", "Peña", "Quiroz", "Ramos",
            "Salas", "Torres", "Uribe", "Vargas", "Yáñez", "Zamora", "Zúñiga");
    private static final int PEOPLE = SURNAMES.size();

    @Inject
    Yume yume;

    @BeforeEach
    void freshWorld() {
        yume.fresh();
    }

    @Test
    void oneOfManyGetsTheTimeOfOneStaffMemberAndTheOthersHearWhatIsFree() {
        var crowd = everybodySays("quiero un corte mañana a las 5 con beto, soy Rosa %s");
        everybodySaysYes(crowd);
        assertThat(yume.count("select count(*) from appointment")).isEqualTo(1);
        var refused = crowd.stream().filter(chat -> chat.last().options().size() >= 3).toList();
        assertThat(refused).as("polite alternatives").hasSize(PEOPLE - 1);
        assertThat(refused).allSatisfy(chat -> assertThat(chat.last().body()).doesNotContain("Tuve un problema"));
        assertNoOverlap();
    }

    @Test
    void withoutPreferenceAsManyGetItAsThereAreChairs() {
        var crowd = everybodySays("quiero un corte mañana a las 5 con quien sea, soy Rosa %s");
        everybodySaysYes(crowd);
        assertThat(yume.count("select count(*) from appointment")).as("three can cut, on two chairs").isEqualTo(2);
        assertNoOverlap();
    }

    private List<Chat> everybodySays(String text) {
        var crowd = IntStream.range(0, PEOPLE)
                .mapToObj(person -> Chat.withSalon(yume, new TwilioDoor(), "+5255200000%02d".formatted(person))).toList();
        IntStream.range(0, PEOPLE).forEach(person -> crowd.get(person).post(text.formatted(SURNAMES.get(person))));
        work();
        assertThat(crowd).allSatisfy(chat -> assertThat(chat.last().body()).contains("jueves 14 de enero", "5:00 p.m."));
        return crowd;
    }

    private void everybodySaysYes(List<Chat> crowd) {
        crowd.forEach(chat -> chat.post("sí"));
        work();
        assertThat(crowd).allSatisfy(chat -> assertThat(chat.replies()).hasSize(2));
        assertThat(yume.count("select count(*) from turn where status <> 'done'")).isZero();
    }

    private void work() {
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
    }

    private void assertNoOverlap() {
        assertThat(yume.count("""
                select count(*) from reservation a join reservation b
                on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
                """)).isZero();
    }
}
