package mx.yume.platform.crypto;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Sweep;

/** After YUME_SECRET was changed: what the secret before sealed is sealed anew, so that the old one can be forgotten. */
@ApplicationScoped
class Resealing implements Sweep {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int MOST = 200;

    private static final String OUTDATED = """
            select organization_id, %2$s as sealed from %1$s
            where %2$s is not null and substring(%2$s from 1 for 4) = $1 order by organization_id limit $2
            """;
    /** Nonces make every sealed value another: it names its own row, and one that was changed meanwhile is left alone. */
    private static final String RENEW = "update %1$s set %2$s = $3 where organization_id = $1 and %2$s = $2";

    private record Outdated(OrganizationId organization, Buffer sealed) {}

    private final Vault vault;
    private final List<String> columns;
    private final Database database;

    Resealing(Vault vault, @All List<SealedColumns> columns, Database database) {
        this.vault = vault;
        this.columns = columns.stream().flatMap(each -> each.all().stream()).toList();
        this.database = database;
    }

    @Override
    public String name() {
        return "resealing";
    }

    @Override
    public String purpose() {
        return "seals anew what YUME_SECRET_PREVIOUS sealed";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return vault.previousKeyId().map(Buffer::buffer).map(before -> sum(columns, column -> renew(column, before)))
                .orElse(Uni.createFrom().item(0));
    }

    private Uni<Integer> renew(String column, Buffer before) {
        return outdated(column, before).chain(found -> sum(found, one -> renew(column, one)));
    }

    private Uni<List<Outdated>> outdated(String column, Buffer before) {
        return database.inScope(Scope.SWEEPS, connection -> connection.preparedQuery(sql(OUTDATED, column))
                .execute(Tuple.of(before, MOST)).map(rows -> {
                    var found = new ArrayList<Outdated>();
                    rows.forEach(row -> found.add(new Outdated(new OrganizationId(row.getUUID("organization_id")),
                            row.getBuffer("sealed").getDelegate())));
                    return List.copyOf(found);
                }));
    }

    private Uni<Integer> renew(String column, Outdated one) {
        try {
            var plain = vault.open(one.organization(), column, one.sealed().getBytes());
            var anew = Buffer.buffer(vault.seal(one.organization(), column, plain));
            return database.inTenant(one.organization(), connection -> connection.preparedQuery(sql(RENEW, column))
                    .execute(Tuple.of(one.organization().value(), one.sealed(), anew)).map(rows -> rows.rowCount()));
        } catch (CannotOpen lost) {
            // Nobody can: whoever needs it says so to its owner. Here it is for the operator to know.
            LOG.errorf("Of organization %s, %s", one.organization(), lost.getMessage());
            return Uni.createFrom().item(0);
        }
    }

    private static <T> Uni<Integer> sum(List<T> all, Function<T, Uni<Integer>> each) {
        return Multi.createFrom().iterable(all).onItem().transformToUniAndConcatenate(each::apply).collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private static String sql(String form, String column) {
        var parts = column.split("\\.", 2);
        return form.formatted(parts[0], parts[1]);
    }
}
