package mx.yume.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Finds people among those one organization knows. */
@ApplicationScoped
public class CustomerSearch {

    private static final String SELECT = """
            select p.id, p.name, p.name_confirmed_at, p.opted_out_at is not null as opted_out,
                   (select i.value from person_identity i
                    where i.organization_id = p.organization_id and i.person_id = p.id and i.provider = 'whatsapp'
                      and i.kind = 'phone' order by i.sequence desc limit 1) as phone
            from person p where p.organization_id = $1
            """;
    /** Every word begins a word of the name. All of one organization's people are looked at. */
    private static final String BY_NAME = SELECT + """
            and ' ' || p.folded_name like all ($2::text[]) order by p.name, p.id limit $3
            """;
    private static final String BY_PHONE = SELECT + """
            and p.id = (select i.person_id from person_identity i where i.organization_id = $1 and i.provider = 'whatsapp'
                          and i.kind = 'phone' and i.value = $2)
            """;

    private final Database database;

    CustomerSearch(Database database) {
        this.database = database;
    }

    /**
     * Those whose name has words that begin with each of these, sorted by name; nobody for no words.
     *
     * @param name without regard to accents or case
     * @param most of them
     */
    public Uni<List<Person>> named(OrganizationId organization, String name, int most) {
        var words = Arrays.stream(NameWords.of(name)).map(word -> word.replaceAll("[%_\\\\]", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> "% " + word + "%")
                .toArray(String[]::new);
        return words.length == 0 ? Uni.createFrom().item(List.of())
                : database.inTenant(organization, connection -> connection.preparedQuery(BY_NAME)
                        .execute(Tuple.of(organization.value(), words, most)).map(CustomerSearch::people));
    }

    public Uni<Optional<Person>> withPhone(OrganizationId organization, PhoneNumber phone) {
        return database.inTenant(organization, connection -> connection.preparedQuery(BY_PHONE)
                .execute(Tuple.of(organization.value(), phone.e164())).map(rows -> people(rows).stream().findFirst()));
    }

    private static List<Person> people(RowSet<Row> rows) {
        var people = new ArrayList<Person>();
        rows.forEach(row -> people.add(Customers.read(new PersonId(row.getUUID("id")), row)));
        return List.copyOf(people);
    }
}
