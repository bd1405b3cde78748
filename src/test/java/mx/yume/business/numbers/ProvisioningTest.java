package mx.yume.business.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.whatsapp.simulator.SimulatorNumbers;

class ProvisioningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NUMBERS = "select provider, address from business_number where organization_id = '%s' order by 1"
            .formatted(SalonLupita.ID);
    private static final String REQUEST = "select status, number, resource, sender, reason from number_request";
    private static final PhoneNumber FIRST = new PhoneNumber("+525588880001");
    private static final PhoneNumber SECOND = new PhoneNumber("+525588880002");

    private final PlainYume yume = PlainYume.fresh();
    private final List<Job> told = new CopyOnWriteArrayList<>();

    @Test
    void theSimulatorsNumbersFollowEachOther() {
        assertThat(offered(Optional.empty())).isEqualTo(new Step.Online(new PhoneNumber("+525500001000")));
        assertThat(offered(Optional.of(new PhoneNumber("+525500001041"))))
                .isEqualTo(new Step.Online(new PhoneNumber("+525500001042")));
        assertThat(offered(Optional.of(new PhoneNumber("+525500999999")))).isInstanceOf(Step.Refused.class);
    }

    private Step offered(Optional<PhoneNumber> last) {
        var request = new NumberRequest(UUID.randomUUID(), UUID.randomUUID(), "simulator");
        return await(new SimulatorNumbers().next(new Provision(SalonLupita.ID, "Salón Lupita", request, UUID.randomUUID(),
                Optional.empty(), Progress.requested(yume.clock().instant()), last)));
    }

    @Test
    void aNumberIsGivenAndTold() {
        ask("simulator");
        provision(List.of(new SimulatorNumbers()));
        assertThat(yume.superuser().rows(NUMBERS)).contains(List.of("simulator", "+525500001000"));
        assertThat(status()).isEqualTo("provided");
        assertThat(told).singleElement().satisfies(job -> assertThat(job.payload()).contains("+525500001000"));
    }

    @Test
    void whatIsRealWaitsForAnAdministratorWhereNobodyGivesNumbers() {
        ask("real");
        provision(List.of(new SimulatorNumbers()));
        assertThat(yume.superuser().rows(NUMBERS)).hasSize(2);
        assertThat(status()).isEqualTo("pending");
        assertThat(told).extracting(Job::kind).containsExactly("number.delayed");
    }

    @Test
    void aSimulatedNumberThatIsTakenIsPassedOver() {
        ask("simulator");
        var taken = new ArrayList<Boolean>();
        var stubborn = new NumberProvider() {
            @Override
            public String name() {
                return "twilio";
            }

            @Override
            public boolean serves(NumberRequest request) {
                return true;
            }

            @Override
            public Uni<Step> next(Provision provision) {
                taken.add(true);
                return Uni.createFrom().item(new Step.Online(taken.size() == 1 ? new PhoneNumber("+525500000001") : SECOND));
            }
        };
        yume.superuser().execute("""
                insert into business_number (organization_id, provider, address)
                values ('00000000-0000-7000-8000-000000000000', 'twilio', '+525500000001')""");
        provision(List.of(stubborn));
        assertThat(yume.superuser().rows(NUMBERS)).contains(List.of("twilio", SECOND.e164()));
        assertThat(told).hasSize(1);
    }

    @Test
    void aRequestIsMetOnce() {
        ask("simulator");
        yume.superuser().execute("update number_request set status = 'provided', provided_at = now()");
        provision(List.of(new SimulatorNumbers()));
        assertThat(yume.superuser().rows(NUMBERS)).hasSize(2);
        assertThat(told).isEmpty();
    }

    @Test
    void eachStepIsWrittenDownBeforeTheNextIsTaken() {
        ask("real");
        var provider = ScriptedProvider.taking(new Step.Chosen(FIRST), new Step.Bought(FIRST, "PN1"), new Step.Configured(),
                new Step.Registering("XE1"), new Step.Waiting(), new Step.Online(FIRST));
        provision(List.of(provider));
        assertThat(provider.states()).containsExactly(NumberState.REQUESTED, NumberState.CHOSEN, NumberState.BOUGHT,
                NumberState.CONFIGURED, NumberState.REGISTERING);
        assertThat(told).as("WhatsApp has not let it in yet").isEmpty();
        assertThat(yume.superuser().rows(NUMBERS)).hasSize(2);

        yume.clock().tick(Duration.ofSeconds(15));
        provision(List.of(provider));
        assertThat(yume.superuser().rows(REQUEST)).containsExactly(List.of("provided", FIRST.e164(), "PN1", "XE1", "null"));
        assertThat(yume.superuser().rows("select address, resource, sender from business_number where resource is not null"))
                .containsExactly(List.of(FIRST.e164(), "PN1", "XE1"));
        assertThat(told).singleElement().satisfies(job -> assertThat(job.payload()).contains(FIRST.e164(), "twilio"));
        assertThat(provider.asked.stream().map(Provision::attempt).distinct()).hasSize(1);
        assertThat(yume.superuser().count("select count(*) from job")).isZero();
    }

    @Test
    void aCrashAfterAnyStepGoesOnFromWhatIsWrittenDown() {
        ask("real");
        var provider = ScriptedProvider.taking(new Step.Chosen(FIRST)).failing(1).then(new Step.Bought(FIRST, "PN1"));
        provision(List.of(provider));
        assertThat(status()).isEqualTo("chosen");
        yume.clock().tick(Duration.ofSeconds(2));
        provision(List.of(provider));
        assertThat(provider.states()).startsWith(NumberState.REQUESTED, NumberState.CHOSEN, NumberState.CHOSEN,
                NumberState.BOUGHT);
        assertThat(provider.asked.get(1)).as("asked the same again").isEqualTo(provider.asked.get(2));
    }

    @Test
    void whatCannotBeUsedIsGivenBackAndTheRequestWaitsWithItsReason() {
        ask("real");
        provision(List.of(ScriptedProvider.taking(new Step.Chosen(FIRST), new Step.Bought(FIRST, "PN1"),
                new Step.Configured(), new Step.Refused("the name was not accepted"), new Step.GivenBack())));
        assertThat(yume.superuser().rows(REQUEST))
                .containsExactly(List.of("pending", "null", "null", "null", "the name was not accepted"));
        assertThat(told).extracting(Job::kind).containsExactly("number.delayed");
        assertThat(yume.superuser().count("select count(*) from spare_number")).isZero();
    }

    @Test
    void whatTheProviderDoesNotTakeBackIsForTheNextBusiness() {
        ask("real");
        provision(List.of(ScriptedProvider.taking(new Step.Chosen(FIRST), new Step.Bought(FIRST, "PN1"),
                new Step.Configured(), new Step.Registering("XE1"), new Step.Refused("offline"), new Step.Kept("in use"))));
        assertThat(status()).isEqualTo("pending");
        assertThat(yume.superuser().rows("select address, resource, sender from spare_number"))
                .containsExactly(List.of(FIRST.e164(), "PN1", "XE1"));

        await(yume.the(Pending.class).askAgain(SalonLupita.ID));
        var next = ScriptedProvider.taking(new Step.Configured(), new Step.Registering("XE1"), new Step.Online(FIRST));
        provision(List.of(next));
        assertThat(next.states()).as("nothing is bought").containsExactly(NumberState.BOUGHT, NumberState.CONFIGURED,
                NumberState.REGISTERING);
        assertThat(next.asked.getFirst().held().sender()).contains("XE1");
        assertThat(yume.superuser().rows(NUMBERS)).contains(List.of("twilio", FIRST.e164()));
        assertThat(yume.superuser().count("select count(*) from spare_number")).isZero();
    }

    @Test
    void aProviderThatIsNeverReachedLeavesTheRequestToAPerson() {
        ask("real");
        var provider = ScriptedProvider.taking(new Step.Chosen(FIRST), new Step.Bought(FIRST, "PN1")).failing(10)
                .then(new Step.GivenBack());
        for (int attempt = 0; attempt < 12; attempt++) {
            provision(List.of(provider));
            yume.clock().tick(Duration.ofHours(1));
        }
        assertThat(yume.superuser().rows(REQUEST).getFirst()).startsWith("pending", "null")
                .last().asString().contains("could not be reached", "no connection");
        assertThat(told).extracting(Job::kind).containsExactly("number.delayed");
    }

    @Test
    void aProviderThatDoesNotEvenTakeNumbersBackLeavesThemSpare() {
        ask("real");
        var provider = ScriptedProvider.taking(new Step.Chosen(FIRST), new Step.Bought(FIRST, "PN1"), new Step.Refused("no"))
                .failing(10);
        for (int attempt = 0; attempt < 12; attempt++) {
            provision(List.of(provider));
            yume.clock().tick(Duration.ofHours(1));
        }
        assertThat(yume.superuser().rows(REQUEST)).containsExactly(List.of("pending", "null", "null", "null", "no"));
        assertThat(yume.superuser().rows("select address from spare_number")).containsExactly(List.of(FIRST.e164()));
    }

    private String status() {
        return yume.superuser().rows(REQUEST).getFirst().getFirst();
    }

    private void ask(String origin) {
        await(yume.the(Database.class).inTenant(SalonLupita.ID, connection -> yume.the(NumberRequests.class).ask(connection,
                SalonLupita.ID, UUID.randomUUID(), UUID.randomUUID(), origin)));
    }

    private void provision(List<NumberProvider> providers) {
        var provisioning = new Provisioning(providers, yume.the(SpareNumbers.class), yume.the(NumberFacts.class),
                yume.the(Database.class), yume.clock());
        await(yume.outside(List.of(provisioning)).loop().drain());
        await(yume.worker(List.of(new Listener())).loop().drain());
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
