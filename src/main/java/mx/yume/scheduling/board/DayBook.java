package mx.yume.scheduling.board;

import java.time.Duration;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.business.LocationId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.blocks.Blocks;

/** Reads the book: as many statements for a full week as for an empty day. */
@ApplicationScoped
public class DayBook {

    /** Blocks never change, what comes back every week is taken away and made anew, and appointments have a version. */
    private static final String FINGERPRINT = """
            select md5(concat_ws('/',
              (select string_agg(concat_ws(':', a.id, a.version, a.status, a.confirmed_at), ',' order by a.id) from appointment a
               where a.organization_id = $1 and a.location_id = $2 and a.starts_at > $3 and a.starts_at < $5 and a.ends_at > $4),
              (select string_agg(b.id::text, ',' order by b.id) from block b
               where b.organization_id = $1 and b.starts_at < $5 and b.ends_at > $4),
              (select string_agg(w.id::text, ',' order by w.id) from weekly_break w where w.organization_id = $1))) as print
            """;

    /** No visit is longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Database database;
    private final Blocks blocks;

    DayBook(Database database, Blocks blocks) {
        this.database = database;
        this.blocks = blocks;
    }

    public Uni<BookPage> page(Business business, LocationId location, TimeRange range) {
        return database.inTenant(business.id(), connection -> Uni.combine().all()
                .unis(Appointments.everything(connection, business.id(), location, range),
                        blocks.between(connection, business, range))
                .with(BookPage::new));
    }

    /** Another one whenever {@link #page} would show something else; means nothing by itself. */
    public Uni<String> fingerprint(OrganizationId organization, LocationId location, TimeRange range) {
        return database.inTenant(organization, connection -> connection.preparedQuery(FINGERPRINT)
                .execute(Tuple.of(organization.value(), location.value(),
                        range.start().minus(LONGEST).atOffset(ZoneOffset.UTC),
                        range.start().atOffset(ZoneOffset.UTC), range.end().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getString("print")));
    }
}
