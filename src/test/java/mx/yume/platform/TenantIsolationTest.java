package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Database.Scope;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;

/** Row-level security is on, forced, and holds for the role that the application uses. */
@QuarkusTest
class TenantIsolationTest {

    private static final OrganizationId STRANGER = new OrganizationId(
            UUID.fromString("01900000-0000-7000-8000-00000000000d"));
    private static final String TENANT_TABLES = """
            select c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p')
              and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')
            order by c.relname
            """;

    @Inject
    World world;
    @Inject
    Database database;
    @Inject
    Pool pool;

    @BeforeEach
    void twoTenants() {
        world.freshWithAppointments();
        world.execute("insert into organization (organization_id, name, slug, created_at) values ('%s', 'Otra', 'otra', now())"
                .formatted(STRANGER));
    }

    @Test
    void theApplicationsRoleCannotBypassAnything() {
        boolean bypasses = await(
                pool.query("select rolsuper or rolbypassrls from pg_roles where rolname = current_user").execute()
                        .map(rows -> rows.iterator().next().getBoolean(0)));
        assertThat(bypasses).isFalse();
    }

    @Test
    void everyTableOfATenantIsProtected() {
        var tables = world.rows(TENANT_TABLES);
        assertThat(tables).hasSizeGreaterThan(20);
        assertThat(tables).allSatisfy(table -> assertThat(table.subList(1, 3)).as(table.getFirst()).containsExactly("t", "t"));
        assertThat(world.rows("""
                select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p')
                  and relname not in ('flyway_schema_history', 'shared_name')
                order by relname
                """)).as("no table without a tenant").hasSameSizeAs(tables);
    }

    /** The name that somebody shares with every business: found by who they are, under a scope of its own. */
    @Test
    void noTenantSeesSharedNames() {
        world.execute("""
                insert into shared_name (identity, name, shared, updated_at)
                values (sha256('somebody'), 'Paty', true, now()) on conflict do nothing""");
        assertThat(world.count("select count(*) from shared_name")).isPositive();
        assertThat(count(SalonLupita.ID, "select * from shared_name")).isZero();
        assertThat(count(SalonLupita.ID, "delete from shared_name")).isZero();
        assertThat(counted(work -> database.inScope(Scope.CLAIMS, work), "select * from shared_name")).isZero();
    }

    @Test
    void whatWasNotAnnouncedIsNotThere() {
        for (var table : tables()) {
            long seen = await(pool.query("select count(*) from " + table).execute()
                    .map(rows -> rows.iterator().next().getLong(0)));
            assertThat(seen).as(table).isZero();
        }
    }

    @Test
    void anotherTenantSeesChangesAndDeletesNothing() {
        assertThat(world.count("select count(*) from appointment")).isPositive();
        for (var table : tables()) {
            var condition = " where organization_id = '" + SalonLupita.ID + "'";
            assertThat(count(STRANGER, "select * from " + table + condition)).as("read %s", table).isZero();
            assertThat(count(STRANGER, "update " + table + " set organization_id = organization_id" + condition))
                    .as("update %s", table).isZero();
            assertThat(count(STRANGER, "delete from " + table + condition)).as("delete %s", table).isZero();
        }
        assertThat(count(SalonLupita.ID, "select * from appointment")).as("its own").isPositive();
    }

    @Test
    void anotherTenantCannotWriteIntoThisOne() {
        assertThatThrownBy(() -> count(STRANGER, """
                insert into person (organization_id, id, created_at) values ('%s', gen_random_uuid(), now())
                """.formatted(SalonLupita.ID))).hasMessageContaining("row-level security");
    }

    @Test
    void noRowCanPointAtAnothersRow() {
        assertThatThrownBy(() -> count(STRANGER, """
                insert into staff_skill (organization_id, staff_id, service_id) values ('%s', '%s', '%s')
                """.formatted(STRANGER, SalonLupita.BETO, SalonLupita.CORTE))).hasMessageContaining("foreign key");
    }

    @Test
    void theScopeForClaimsSeesWorkAndNothingElse() {
        assertThat(counted(work -> database.inScope(Scope.CLAIMS, work), "select * from appointment")).isZero();
        assertThat(counted(work -> database.inScope(Scope.CLAIMS, work), "select * from person")).isZero();
        assertThat(counted(work -> database.inScope(Scope.ROUTING, work), "select * from staff_member")).isEqualTo(4);
        assertThat(counted(work -> database.inScope(Scope.ROUTING, work), "select * from appointment")).isZero();
    }

    private List<String> tables() {
        return world.rows(TENANT_TABLES).stream().map(List::getFirst).toList();
    }

    private int count(OrganizationId organization, String sql) {
        return counted(work -> database.inTenant(organization, work), sql);
    }

    private static int counted(Function<Function<SqlConnection, Uni<Integer>>, Uni<Integer>> transaction, String sql) {
        return await(transaction.apply(connection -> connection.query(sql).execute().map(rows -> rows.rowCount())));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
