package mx.yume.business.founding;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.founding.FoundingOutcome.FoundedBefore;
import mx.yume.business.founding.FoundingOutcome.Refused;
import mx.yume.business.founding.FoundingOutcome.WorksElsewhere;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.UuidV7;
import mx.yume.platform.Witness;

/** Founds a business: all of it, with the request for its number, or none of it. */
@ApplicationScoped
public class Founding {

    private static final String BEFORE = "select name from organization where founded_by = $1";
    private static final String ELSEWHERE = """
            select o.name from staff_member s join organization o on o.organization_id = s.organization_id
            where s.active and (s.phone = $1 or s.user_id = $2) order by o.name limit 1
            """;

    private final Database database;
    private final FirstRows rows;

    Founding(Database database, FirstRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Founds it in a transaction that is Yume's own, which the witness sees: the chat belongs to Yume, the business to itself.
     *
     * @param cause the errand in which it was asked for: it founds one business, however often it is tried
     */
    public Uni<FoundingOutcome> found(FoundingRequest request, FoundingCause cause, Witness<FoundingOutcome> witness) {
        var mistake = FoundingCheck.of(request);
        if (mistake.isPresent()) {
            return Uni.createFrom().item(mistake.get());
        }
        return hindrance(request, cause.errand()).chain(hindrance -> hindrance.isPresent()
                ? Uni.createFrom().item(hindrance.get())
                : write(request, cause, witness).onFailure(Undone.class).recoverWithItem(Founding::refusal));
    }

    private Uni<FoundingOutcome> write(FoundingRequest request, FoundingCause cause, Witness<FoundingOutcome> witness) {
        var organization = new OrganizationId(UuidV7.next());
        return database.inTenant(OrganizationId.YUME, witness, connection -> database.lending(connection, OrganizationId.YUME,
                organization, () -> rows.write(connection, organization, request, cause)));
    }

    /** Seen across tenants: what this errand founded, and where the founder works. */
    private Uni<Optional<Refused>> hindrance(FoundingRequest request, UUID errand) {
        return database.inScope(Scope.ROUTING, connection -> name(connection, BEFORE, Tuple.of(errand))
                .chain(before -> before.isPresent() ? Uni.createFrom().item(before.map(FoundedBefore::new))
                        : name(connection, ELSEWHERE, identities(request)).map(found -> found.map(WorksElsewhere::new))));
    }

    private static Tuple identities(FoundingRequest request) {
        @Nullable
        String phone = request.owner().phone().map(PhoneNumber::e164).orElse(null);
        return Tuple.of(phone, request.owner().userId().orElse(null));
    }

    private static Uni<Optional<String>> name(SqlConnection connection, String query, Tuple values) {
        return connection.preparedQuery(query).execute(values).map(found -> found.size() == 0
                ? Optional.empty()
                : Optional.of(found.iterator().next().getString("name")));
    }

    private static FoundingOutcome refusal(Throwable undone) {
        return ((Undone) undone).why();
    }

    /** What was written before somebody refused is rolled back by failing; this says why. */
    static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refused why;

        Undone(Refused why) {
            super(why.sentence(), null, false, false);
            this.why = why;
        }

        Refused why() {
            return why;
        }
    }
}
