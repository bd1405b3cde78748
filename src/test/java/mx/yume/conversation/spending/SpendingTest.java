package mx.yume.conversation.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;

/** What the model costs is written down with each turn, and over its budget the guided assistant answers. */
class SpendingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** 100 tokens read and 20 written: 175 + 280 millionths of a dollar. */
    private static final long ONE_CALL = 455;
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 13);

    private final ScriptedModel model = ScriptedModel.start();
    private final PlainYume fresh = PlainYume.fresh();
    private PlainYume yume = fresh.with(model);
    private Phone paty = yume.phone("+525511112222");

    @BeforeEach
    void hello() {
        assertThat(spent("total")).isZero();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void eachTurnsUseIsOnTheTurnThePersonAndTheTotal() {
        model.calls("list_services", "{}").says("Tenemos Manicure en $220. ¿Te agendo?");
        paty.says("¿qué me recomiendas para mis uñas?");
        model.says("Con gusto.");
        paty.says("qué padre está eso");
        assertThat(yume.superuser()
                .rows("select model_calls, input_tokens, output_tokens, micro_dollars from turn order by started_at"))
                .containsExactly(List.of("2", "200", "40", "910"), List.of("1", "100", "20", "455"));
        assertThat(yume.superuser()
                .rows("select day, calls, input_tokens, output_tokens, audio_seconds, micro_dollars from model_use"))
                .containsExactly(List.of("2027-01-13", "3", "300", "60", "0", "1365"));
        assertThat(spent("total")).isEqualTo(3 * ONE_CALL);
        assertThat(lastTrace()).contains("100 + 20 tokens, $0.0005").doesNotContain("OVER_BUDGET");
    }

    @Test
    void whatFailedInTheEndIsPaidAllTheSame() {
        model.calls("list_services", "{}").failsWith(500);
        paty.says("¿qué me recomiendas para mis uñas?");
        assertThat(lastAssistant()).isEqualTo("guided");
        assertThat(spent("total")).isEqualTo(ONE_CALL);
        assertThat(yume.superuser().count("select micro_dollars from turn")).isEqualTo(ONE_CALL);
    }

    @Test
    void overTheSendersBudgetTheGuidedAssistantAnswersThemAndTheModelOthers() {
        limit("sender", "0.0004");
        model.says("¡Hola! ¿Qué te gustaría?").says("¡Hola! ¿Qué te gustaría?");
        paty.says("hola, buenas");
        assertThat(lastAssistant()).isEqualTo("model");
        assertThat(paty.says("quiero un manicure mañana a las 5").body()).contains("nombre");
        assertThat(lastAssistant()).isEqualTo("guided");
        assertThat(lastTrace()).contains("OVER_BUDGET: sender");
        yume.phone("+525511113333").says("hola, buenas");
        assertThat(lastAssistant()).isEqualTo("model");
        assertThat(model.requests()).hasSize(2);
    }

    @Test
    void overTheBusinessesBudgetNobodyThereReachesTheModel() {
        limit("business", "0.0004");
        model.says("¡Hola! ¿Qué te gustaría?");
        paty.says("hola, buenas");
        yume.phone("+525511113333").says("hola, buenas");
        assertThat(lastAssistant()).isEqualTo("guided");
        assertThat(lastTrace()).contains("OVER_BUDGET: business");
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void overTheInstallationsBudgetNobodyReachesTheModel() {
        limit("installation", "0.0004");
        yume.superuser().execute("insert into model_use_total values ('" + OrganizationId.YUME + "', '2027-01-13', 400)");
        paty.says("hola, buenas");
        assertThat(lastTrace()).contains("OVER_BUDGET: installation");
        assertThat(model.requests()).isEmpty();
    }

    /** The salon's day ends at midnight in Mexico City, six hours after that of UTC. */
    @Test
    void aDayIsTheSalonsAndForTheTotalThatOfUtc() {
        yume.clock().tick(Duration.ofHours(10));
        model.says("¡Hola! ¿Qué te gustaría?").says("Claro.");
        paty.says("hola, buenas");
        yume.clock().tick(Duration.ofHours(6));
        paty.says("qué padre está eso");
        assertThat(days("model_use")).containsExactly(List.of("2027-01-13"), List.of("2027-01-14"));
        assertThat(days("model_use_total")).containsExactly(List.of("2027-01-14"));
        var person = yume.superuser().rows("select person_id from model_use limit 1").getFirst().getFirst();
        assertThat(yume.the(Spending.class).today(SalonLupita.ID, new PersonId(UUID.fromString(person)),
                TODAY).await().atMost(PATIENCE)).isEqualTo(new Spent(ONE_CALL, ONE_CALL, 2 * ONE_CALL));
    }

    @Test
    void aTurnWithoutTheModelCostsNothingAndWritesNothing() {
        paty.says("BAJA");
        assertThat(yume.superuser().count("select count(*) from model_use")).isZero();
        assertThat(yume.superuser().count("select model_calls from turn")).isZero();
    }

    private void limit(String which, String dollars) {
        yume = fresh.with(model, Map.of("yume.model.budget." + which, dollars));
        paty = yume.phone("+525511112222");
    }

    private long spent(String which) {
        return yume.superuser().count("select coalesce(sum(micro_dollars), 0) from model_use_" + which);
    }

    private List<List<String>> days(String table) {
        return yume.superuser().rows("select day from " + table + " order by day");
    }

    private String lastAssistant() {
        return last("assistant");
    }

    private String lastTrace() {
        return yume.superuser().rows("select steps::text from turn_trace order by started_at desc, turn_id desc limit 1")
                .getFirst()
                .getFirst();
    }

    private String last(String column) {
        return yume.superuser().rows("select " + column + " from turn order by started_at desc, id desc limit 1").getFirst()
                .getFirst();
    }
}
