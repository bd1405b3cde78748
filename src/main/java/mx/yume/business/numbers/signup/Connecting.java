package mx.yume.business.numbers.signup;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.numbers.Connections;
import mx.yume.business.numbers.OwnAccount;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.OutsideJob;

/** Turns what the provider's sign-up gave into a connection: one step at a time, each written down before the next. */
@ApplicationScoped
class Connecting implements OutsideJob {

    private final SignupRows rows;
    private final Signups signups;
    private final SignupProvider provider;
    private final Connections connections;
    private final Database database;
    private final ObjectMapper json;

    Connecting(SignupRows rows, Signups signups, SignupProvider provider, Connections connections, Database database,
            ObjectMapper json) {
        this.rows = rows;
        this.signups = signups;
        this.provider = provider;
        this.connections = connections;
        this.database = database;
        this.json = json;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SignupRequest.KIND);
    }

    /** A try that has ended, or was begun anew, asks for nothing more. */
    @Override
    public Uni<Outcome> work(Job job) {
        return database.inTenant(job.organization(), connection -> rows.find(connection, job.organization(), id(job)))
                .chain(found -> found.filter(signup -> signup.state().underWay())
                        .map(signup -> provider.next(signup)
                                .<Outcome>map(step -> connection -> record(connection, signup, step)))
                        .orElse(Uni.createFrom().item(Outcome.nothing())));
    }

    private Uni<Void> record(SqlConnection connection, Signup signup, SignupStep step) {
        return switch (step) {
            case SignupStep.Authorized authorized -> next(connection, signup,
                    rows.authorize(connection, signup, authorized));
            case SignupStep.Subscribed() -> next(connection, signup,
                    rows.advance(connection, signup, SignupState.SUBSCRIBED));
            case SignupStep.Registered() -> next(connection, signup,
                    rows.advance(connection, signup, SignupState.REGISTERED));
            case SignupStep.Known known -> connected(connection, signup, known);
            case SignupStep.Refused(var why, var detail) -> rows.fail(connection, signup, why, detail).replaceWithVoid();
        };
    }

    private Uni<Void> next(SqlConnection connection, Signup signup, Uni<Boolean> change) {
        return change.chain(still -> still ? signups.goOn(connection, signup.organization(), signup.id())
                : Uni.createFrom().voidItem());
    }

    private Uni<Void> connected(SqlConnection connection, Signup signup, SignupStep.Known known) {
        var account = new OwnAccount(signup.account(), signup.token().orElseThrow());
        var draft = new Connections.Draft(account, signup.expires(), signup.pin());
        return connections.own(connection, signup.organization(), provider.name(), signup.address(), known.phone(), draft)
                .chain(ours -> ours ? rows.succeed(connection, signup)
                        : rows.fail(connection, signup, SignupFailure.TAKEN, ""))
                .invoke(still -> {
                    if (!still) {
                        // Begun anew meanwhile: nothing of this one may stay.
                        throw new IllegalStateException("Signup " + signup.id() + " is over");
                    }
                }).replaceWithVoid();
    }

    @Override
    public Outcome givenUp(Job job, Throwable failure) {
        return connection -> rows.find(connection, job.organization(), id(job))
                .chain(found -> found.filter(signup -> signup.state().underWay())
                        .map(signup -> rows.fail(connection, signup, SignupFailure.UNREACHABLE, failure.toString())
                                .replaceWithVoid())
                        .orElse(Uni.createFrom().voidItem()));
    }

    private UUID id(Job job) {
        try {
            return json.readValue(job.payload(), SignupRequest.class).signup();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A request that cannot be read back", impossible);
        }
    }
}
