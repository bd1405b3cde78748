package mx.yume.business.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.Jobs;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.whatsapp.simulator.SimulatorNumbers;

class ProvisioningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NUMBERS = "select provider, address from business_number where organization_id = '%s' order by 1"
            .formatted(SalonLupita.ID);

    private final PlainYume yume = PlainYume.fresh();
    private final List<Job> told = new CopyOnWriteArrayList<>();

    @Test
    void theSimulatorsNumbersFollowEachOther() {
        var request = new NumberRequest(UUID.randomUUID(), UUID.randomUUID(), "simulator");
        var simulator = new SimulatorNumbers();
        assertThat(await(simulator.offer(request, Optional.empty()))).contains(new PhoneNumber("+525500001000"));
        assertThat(await(simulator.offer(request, Optional.of(new PhoneNumber("+525500001041")))))
                .contains(new PhoneNumber("+525500001042"));
        assertThat(await(simulator.offer(request, Optional.of(new PhoneNumber("+525500999999"))))).isEmpty();
    }

    @Test
    void aNumberIsGivenAndTold() {
        ask("simulator");
        provision(List.of(new SimulatorNumbers()));
        assertThat(yume.superuser().rows(NUMBERS)).contains(List.of("simulator", "+525500001000"));
        assertThat(yume.superuser().rows("select status from number_request")).containsExactly(List.of("provided"));
        assertThat(told).singleElement().satisfies(job -> assertThat(job.payload()).contains("+525500001000"));
    }

    @Test
    void whatIsRealWaitsForAnAdministrator() {
        ask("real");
        provision(List.of(new SimulatorNumbers()));
        assertThat(yume.superuser().rows(NUMBERS)).hasSize(2);
        assertThat(yume.superuser().rows("select status from number_request")).containsExactly(List.of("pending"));
        assertThat(told).extracting(Job::kind).containsExactly("number.delayed");
    }

    @Test
    void aNumberThatIsTakenIsPassedOver() {
        ask("simulator");
        var stubborn = new NumberProvider() {
            private int asked;

            @Override
            public String name() {
                return "twilio";
            }

            @Override
            public Uni<Optional<PhoneNumber>> offer(NumberRequest request, Optional<PhoneNumber> last) {
                return Uni.createFrom().item(Optional.of(asked++ == 0 ? new PhoneNumber(SalonLupita.NUMBER)
                        : new PhoneNumber("+525500000003")));
            }
        };
        provision(List.of(stubborn));
        assertThat(yume.superuser().rows(NUMBERS)).contains(List.of("twilio", "+525500000003"));
    }

    @Test
    void aRequestIsMetOnce() {
        ask("simulator");
        yume.superuser().execute("update number_request set status = 'provided', provided_at = now()");
        provision(List.of(new SimulatorNumbers()));
        assertThat(yume.superuser().rows(NUMBERS)).hasSize(2);
        assertThat(told).isEmpty();
    }

    private void ask(String origin) {
        await(yume.the(Database.class).inTenant(SalonLupita.ID, connection -> yume.the(NumberRequests.class).ask(connection,
                SalonLupita.ID, UUID.randomUUID(), UUID.randomUUID(), origin)));
    }

    private void provision(List<NumberProvider> providers) {
        var provisioning = new Provisioning(providers, yume.the(Database.class), yume.the(Jobs.class),
                yume.the(ObjectMapper.class), yume.clock());
        await(yume.worker(List.of(provisioning, new Listener())).loop().drain());
    }

    private final class Listener implements JobHandler {

        @Override
        public Set<String> kinds() {
            return Set.of(NumberFact.PROVIDED, NumberFact.DELAYED);
        }

        @Override
        public Uni<Void> handle(SqlConnection connection, Job job) {
            told.add(job);
            return Uni.createFrom().voidItem();
        }
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
