package mx.yume.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class SharedNamesTest {

    private static final String PHONE = "+525511112222";

    private final PlainYume yume = PlainYume.fresh();
    private final SharedNames names = yume.the(SharedNames.class);
    /** Another business; here it need not be more than a row. */
    private final OrganizationId other = OrganizationId.YUME;
    private PersonId here;
    private PersonId there;

    @BeforeEach
    void theSamePersonAtTwoBusinesses() {
        here = known(SalonLupita.ID);
        there = known(other);
    }

    @Test
    void aNameToldAtOneBusinessIsKnownAtAnother() {
        assertThat(at(other, there)).isEmpty();
        await(names.keep(SalonLupita.ID, here, "simulator", "Paty"));
        assertThat(at(other, there)).contains("Paty");
        yume.clock().tick(Duration.ofDays(1));
        await(names.keep(other, there, "simulator", "Patricia"));
        assertThat(at(SalonLupita.ID, here)).contains("Patricia");
    }

    @Test
    void peopleOfTheSimulatorAreNotThoseOfRealLife() {
        await(names.keep(SalonLupita.ID, here, "simulator", "Paty"));
        assertThat(await(names.find(other, there, "real"))).isEmpty();
    }

    @Test
    void whoeverDoesNotShareIsForgottenAndNotKeptAnyMore() {
        await(names.keep(SalonLupita.ID, here, "simulator", "Paty"));
        allow(names, other, there, false);
        assertThat(at(other, there)).isEmpty();
        await(names.keep(SalonLupita.ID, here, "simulator", "Paty"));
        assertThat(at(other, there)).isEmpty();
        assertThat(yume.superuser().count("select count(*) from shared_name where name is not null")).isZero();
        allow(names, other, there, true);
        await(names.keep(SalonLupita.ID, here, "simulator", "Paty"));
        assertThat(at(other, there)).contains("Paty");
    }

    @Test
    void aRefusalOutlivesAnotherSecretAndNamesAreToldAnew() {
        allow(names, SalonLupita.ID, here, false);
        var third = known(other, "+525511113333");
        await(names.keep(other, third, "simulator", "Toño"));
        var secret = "YW5vdGhlciBzZWNyZXQgb2YgZXhhY3RseSAzMiBiLiE=";
        var after = yume.with(Map.of("yume.secret", secret, "yume.secret-previous", yume.the(YumeConfig.class).secret()))
                .the(SharedNames.class);
        assertThat(await(after.find(other, third, "simulator"))).as("told anew").isEmpty();
        await(after.keep(other, there, "simulator", "Paty"));
        assertThat(await(after.find(other, there, "simulator"))).as("refused").isEmpty();
        var done = yume.with(Map.of("yume.secret", secret)).the(SharedNames.class);
        await(done.keep(other, there, "simulator", "Paty"));
        assertThat(await(done.find(other, there, "simulator"))).as("carried over").isEmpty();
        allow(after, SalonLupita.ID, here, true);
        await(after.keep(SalonLupita.ID, here, "simulator", "Paty"));
        assertThat(await(after.find(other, there, "simulator"))).contains("Paty");
    }

    @Test
    void noticesAgainDoNotShareTheNameAgain() {
        var paty = yume.phone("+525511114444");
        paty.says("hola");
        paty.says("NO COMPARTIR");
        paty.says("BAJA");
        paty.says("ALTA");
        assertThat(yume.superuser().rows("select shared from shared_name")).isNotEmpty().containsOnly(List.of("f"));
    }

    @Test
    void whoeverIsKnownByNothingSharesNothing() {
        var nobody = yume.named(SalonLupita.ID, "Sin teléfono");
        await(names.keep(SalonLupita.ID, nobody, "simulator", "Nadie"));
        assertThat(yume.superuser().count("select count(*) from shared_name")).isZero();
        assertThat(at(SalonLupita.ID, nobody)).isEmpty();
    }

    @Test
    void theTableTellsNeitherWhoNorWhereAndNoTenantSeesIt() {
        await(names.keep(SalonLupita.ID, here, "simulator", "Paty"));
        assertThat(yume.superuser().rows("select name, shared from shared_name")).containsExactly(List.of("Paty", "t"));
        assertThat(yume.superuser().rows("select encode(identity, 'escape') from shared_name").toString())
                .doesNotContain("5511112222");
        var unannounced = yume.the(Pool.class).query("select count(*) from shared_name").execute()
                .map(rows -> rows.iterator().next().getLong(0));
        assertThat(await(unannounced)).isZero();
    }

    private void allow(SharedNames by, OrganizationId organization, PersonId person, boolean shared) {
        await(yume.the(Database.class).inTenant(organization, connection -> by.allow(connection, organization, person,
                "simulator", shared, UUID.randomUUID())));
    }

    private Optional<String> at(OrganizationId organization, PersonId person) {
        return await(names.find(organization, person, "simulator"));
    }

    private PersonId known(OrganizationId organization) {
        return known(organization, PHONE);
    }

    private PersonId known(OrganizationId organization, String phone) {
        var person = yume.named(organization, "x");
        yume.superuser().execute("""
                insert into person_identity (organization_id, provider, kind, value, person_id)
                values ('%s', 'whatsapp', 'phone', '%s', '%s')""".formatted(organization, phone, person));
        return person;
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
