package mx.yume.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Everybody a business knows, a page at a time: for handing it all over, however many they are. */
@ApplicationScoped
public class CustomerLedger {

    /** @param since when the business knows them */
    public record Entry(PersonId id, Optional<String> name, Optional<PhoneNumber> phone, boolean optedOut, Instant since) {}

    private static final String PAGE = """
            select p.id, p.name, p.opted_out_at is not null as opted_out, p.created_at,
                   (select i.value from person_identity i
                    where i.organization_id = p.organization_id and i.person_id = p.id and i.provider = 'whatsapp'
                      and i.kind = 'phone' order by i.sequence desc limit 1) as phone
            from person p where p.organization_id = $1 and p.id > $2 order by p.id limit $3
            """;

    private static final UUID LEAST = new UUID(0, 0);

    private final Database database;

    CustomerLedger(Database database) {
        this.database = database;
    }

    /** @param last of the page before; empty for the first */
    public Uni<List<Entry>> after(OrganizationId organization, Optional<PersonId> last, int most) {
        return database.inTenant(organization, connection -> connection.preparedQuery(PAGE)
                .execute(Tuple.of(organization.value(), last.map(PersonId::value).orElse(LEAST), most)).map(rows -> {
                    var entries = new ArrayList<Entry>();
                    rows.forEach(row -> entries.add(entry(row)));
                    return List.copyOf(entries);
                }));
    }

    private static Entry entry(Row row) {
        return new Entry(new PersonId(row.getUUID("id")), Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new), row.getBoolean("opted_out"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
