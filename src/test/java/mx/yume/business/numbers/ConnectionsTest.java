package mx.yume.business.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.platform.Database;
import mx.yume.platform.JobWorker;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.Sweeps;
import mx.yume.platform.YumeConfig;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class ConnectionsTest {

    private static final String OTHER_SECRET = "b3RyYS1jbGF2ZS1kZS0zMi1ieXRlcy1kZS1sYXJnbyE=";
    private static final String ADDRESS = "400000000000004";
    private static final String TOKEN = "EAAB-token";
    private static final PhoneNumber PHONE = new PhoneNumber("+525544440001");
    private static final String FACTS = "select kind from job order by created_at, id";

    private final PlainYume yume = PlainYume.fresh();
    private final Instant expires = yume.clock().instant().plus(Duration.ofDays(60));

    @BeforeEach
    void lupitasOwnNumberIsConnected() {
        connect(expires);
    }

    private void connect(Instant until) {
        var draft = new Connections.Draft(new OwnAccount("300000000000003", TOKEN), Optional.of(until), Optional.of("123456"));
        boolean ours = await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> yume.the(Connections.class).own(connection, SalonLupita.ID, "meta", ADDRESS, PHONE, draft)));
        assertThat(ours).isTrue();
        yume.superuser().execute("delete from job");
    }

    @Test
    void aNumberOfItsOwnAccountIsUsedWithThatAndAnyOtherWithTheInstallations() {
        var found = found(yume).orElseThrow();
        assertThat(found).isEqualTo(new Connection(new OwnAccount("300000000000003", TOKEN), true));
        assertThat(found.toString()).doesNotContain(TOKEN);
        assertThat(await(yume.the(Connections.class).of(SalonLupita.ID, "twilio", SalonLupita.NUMBER))).isEmpty();
        assertThat(await(yume.the(Connections.class).of(OrganizationId.YUME, "meta", ADDRESS))).as("another's").isEmpty();
    }

    @Test
    void aBrokenConnectionIsMarkedAndToldOnce() {
        for (int time = 0; time < 3; time++) {
            await(yume.the(Connections.class).broken(SalonLupita.ID, "meta", ADDRESS, "190 Error validating access token"));
        }
        assertThat(found(yume).orElseThrow().working()).isFalse();
        assertThat(yume.superuser().rows(FACTS)).containsExactly(List.of("connection.disconnected"));
        await(yume.the(Connections.class).broken(SalonLupita.ID, "twilio", SalonLupita.NUMBER, "20003"));
        assertThat(yume.superuser().rows(FACTS)).as("the installation's own account is the operator's").hasSize(1);
    }

    @Test
    void theOwnerIsToldByYumesNumberAndNobodyElse() {
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164()).to(SalonLupita.CENTRAL_NUMBER);
        lupita.says("hola");
        await(yume.the(Connections.class).broken(SalonLupita.ID, "meta", ADDRESS, "190"));
        yume.superuser().execute("update job set origin = 'simulator'");
        await(yume.the(JobWorker.class).loop().drain());
        assertThat(yume.superuser().count("select count(*) from job")).isZero();
        assertThat(yume.superuser().rows("""
                select o.content->>'body', o.organization_id::text from outbox o where o.purpose like 'connection.%'"""))
                .singleElement().satisfies(row -> {
                    assertThat(row.getFirst()).contains("Se cortó la conexión", PHONE.e164(), "Salón Lupita",
                            "quiero conectar mi número");
                    assertThat(row.getLast()).isEqualTo(OrganizationId.YUME.toString());
                });
    }

    @Test
    void anEndingTokenIsNoticedSevenDaysBeforeAndOnce() {
        sweep(expires.minus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(yume.superuser().rows(FACTS)).isEmpty();
        sweep(expires.minus(Duration.ofDays(7)));
        sweep(expires.minus(Duration.ofDays(3)));
        assertThat(yume.superuser().rows(FACTS)).containsExactly(List.of("connection.expiring"));
        sweep(expires);
        sweep(expires.plus(Duration.ofDays(1)));
        assertThat(yume.superuser().rows(FACTS)).containsExactly(List.of("connection.expiring"),
                List.of("connection.disconnected"));
        assertThat(found(yume).orElseThrow().working()).isFalse();
    }

    @Test
    void connectingAnewBeginsAnew() {
        sweep(expires.minus(Duration.ofDays(1)));
        connect(expires.plus(Duration.ofDays(60)));
        sweep(expires.plus(Duration.ofDays(1)));
        assertThat(yume.superuser().rows(FACTS)).isEmpty();
        sweep(expires.plus(Duration.ofDays(54)));
        assertThat(yume.superuser().rows(FACTS)).containsExactly(List.of("connection.expiring"));
    }

    @Test
    void aDumpHoldsNoTokenInClear() {
        var dump = yume.superuser().rows("select c::text from whatsapp_connection c").toString();
        assertThat(dump).contains("300000000000003").doesNotContain(TOKEN, "123456",
                HexFormat.of().formatHex(TOKEN.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void afterASecretWasChangedEverythingIsSealedAnewAndTheOldOneMayBeForgotten() {
        var before = yume.the(YumeConfig.class).secret();
        var rotating = yume.with(Map.of("yume.secret", OTHER_SECRET, "yume.secret-previous", before));
        assertThat(found(rotating).orElseThrow().account().token()).as("read meanwhile").isEqualTo(TOKEN);
        await(rotating.the(Sweeps.class).run());
        var forgotten = yume.with(Map.of("yume.secret", OTHER_SECRET));
        assertThat(found(forgotten).orElseThrow().account().token()).isEqualTo(TOKEN);
        Optional<String> pin = await(forgotten.the(Database.class).inTenant(SalonLupita.ID,
                connection -> forgotten.the(Connections.class).pin(connection, SalonLupita.ID, "meta", ADDRESS)));
        assertThat(pin).contains("123456");
    }

    @Test
    void whoeverWaitedForANumberHasOneOnceTheirOwnIsConnected() {
        yume.superuser().execute(
                """
                        insert into number_request (organization_id, conversation_id, errand_id, origin, status, reason, requested_at, state_since)
                        values ('%s', gen_random_uuid(), gen_random_uuid(), 'real', 'pending', 'paperwork', now(), now())"""
                        .formatted(SalonLupita.ID));
        var draft = Connections.Draft.of(new OwnAccount("300000000000003", TOKEN));
        await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> yume.the(Connections.class).own(connection, SalonLupita.ID, "meta", ADDRESS, PHONE, draft)));
        assertThat(yume.superuser().rows("select status, number, provider from number_request"))
                .containsExactly(List.of("provided", PHONE.e164(), "meta"));
        assertThat(yume.superuser().rows(FACTS)).containsExactly(List.of("number.provided"));
    }

    private static Optional<Connection> found(PlainYume yume) {
        return await(yume.the(Connections.class).of(SalonLupita.ID, "meta", ADDRESS));
    }

    private void sweep(Instant now) {
        await(yume.the(TokenExpiry.class).sweep(now));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
