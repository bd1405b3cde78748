package mx.yume.conversation.template;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * What Twilio calls the contents that we made there, each for messages of one shape. Of two instances that make the same one at the
 * same time, the name that is written first counts; the other content is left alone and costs nothing.
 */
@ApplicationScoped
public class KnownContents {

    /** Of one account. A bound on what is made by mistake: the shapes of everything Yume says are far fewer. */
    private static final int MOST = 1000;

    /**
     * @param sid as Twilio calls it; empty when nobody made it yet
     * @param room whether another may be made
     */
    public record Lookup(Optional<String> sid, boolean room) {}

    private static final String FIND = """
            select (select sid from twilio_content where organization_id = $1 and account = $2 and name = $3) as sid,
                   (select count(*) from twilio_content where organization_id = $1 and account = $2) as made
            """;
    private static final String REMEMBER = """
            insert into twilio_content (organization_id, account, name, sid, created_at) values ($1, $2, $3, $4, $5)
            on conflict (organization_id, account, name) do update set sid = twilio_content.sid returning sid
            """;
    private static final String FORGET = """
            delete from twilio_content where organization_id = $1 and account = $2 and name = $3 and sid = $4
            """;

    private final Database database;
    private final Clock clock;

    KnownContents(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Uni<Lookup> find(String account, String name) {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(OrganizationId.YUME.value(), account, name)).map(rows -> {
                    var row = rows.iterator().next();
                    return new Lookup(Optional.ofNullable(row.getString("sid")), row.getLong("made") < MOST);
                }));
    }

    /** @return the one to use: somebody may have been faster */
    public Uni<String> remember(String account, String name, String sid) {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(REMEMBER)
                .execute(Tuple.of(OrganizationId.YUME.value(), account, name, sid, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getString("sid")));
    }

    /** It is gone at Twilio. */
    public Uni<Void> forget(String account, String name, String sid) {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(FORGET)
                .execute(Tuple.of(OrganizationId.YUME.value(), account, name, sid)).replaceWithVoid());
    }
}
