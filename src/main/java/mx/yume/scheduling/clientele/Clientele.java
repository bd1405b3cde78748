package mx.yume.scheduling.clientele;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.NameWords;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Everybody a business knows as a customer, by name. Those who work there are among them only if they had a visit themselves. */
@ApplicationScoped
public class Clientele {

    /**
     * A part of the list.
     *
     * @param more whether others come after it
     */
    public record Page(List<Customer> customers, boolean more) {

        public Page {
            customers = List.copyOf(customers);
        }
    }

    /** Fewer digits than this are no search by phone: they would find everybody. */
    private static final int FEWEST_DIGITS = 4;

    /**
     * Each word begins a word of the name, or the digits are in the phone. Without either the list is read along the index of names as
     * far as it is shown; otherwise all of one business's people are looked at, once.
     */
    static final String PAGE = """
            with found as (
                select p.id, p.name, p.folded_name from person p
                where p.organization_id = $1 and p.erased_at is null
                  and (cardinality($2::text[]) = 0 and $3::text is null
                       or cardinality($2::text[]) > 0 and ' ' || p.folded_name like all ($2::text[])
                       or $3::text is not null and p.id in (
                           select i.person_id from person_identity i
                           where i.organization_id = $1 and i.kind = 'phone' and i.value like '%' || $3 || '%'))
                  and (exists (select 1 from appointment a where a.organization_id = $1 and a.customer_id = p.id)
                       or not exists (
                           select 1 from person_identity i
                           join staff_member s on s.organization_id = $1 and s.active
                                and (i.kind = 'phone' and s.phone = i.value or i.kind = 'user_id' and s.user_id = i.value)
                           where i.organization_id = $1 and i.person_id = p.id))
                order by p.folded_name, p.id limit $5 offset $6)
            select f.id, f.name, last.starts_at as last_at, last.zone as last_zone, next.starts_at as next_at, next.zone as next_zone,
                   (select i.value from person_identity i
                    where i.organization_id = $1 and i.person_id = f.id and i.kind = 'phone' order by i.sequence desc limit 1) as phone
            from found f
            left join lateral (
                select a.starts_at, a.zone from appointment a
                where a.organization_id = $1 and a.customer_id = f.id and a.starts_at <= $4
                  and a.status in ('pending', 'confirmed', 'completed')
                order by a.starts_at desc limit 1) last on true
            left join lateral (
                select a.starts_at, a.zone from appointment a
                where a.organization_id = $1 and a.customer_id = f.id and a.starts_at > $4 and a.status in ('pending', 'confirmed')
                order by a.starts_at limit 1) next on true
            order by f.folded_name, f.id
            """;

    private final Database database;
    private final Clock clock;

    Clientele(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Those whose name has words that begin with each of these, or whose phone has these digits; everybody for nothing.
     *
     * @param words without regard to accents or case
     * @param skipped how many of the list come before it
     * @param most of them
     */
    public Uni<Page> page(OrganizationId organization, String words, int skipped, int most) {
        @Nullable
        String digits = digits(words).orElse(null);
        var names = digits == null ? names(words) : new String[0];
        var nothing = !words.isBlank() && digits == null && names.length == 0;
        return nothing ? Uni.createFrom().item(new Page(List.of(), false))
                : database.inTenant(organization, connection -> connection.preparedQuery(PAGE)
                        .execute(Tuple.from(new @Nullable Object[]{organization.value(), names, digits,
                                clock.instant().atOffset(ZoneOffset.UTC), most + 1, skipped}))
                        .map(rows -> page(rows, most)));
    }

    /** As people type them: with spaces, dashes and the country's code or without. */
    private static Optional<String> digits(String words) {
        var only = words.replaceAll("[\\s()+.-]", "");
        if (only.length() < FEWEST_DIGITS || !only.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return Optional.empty();
        }
        return Optional.of(PhoneNumber.parse(words).map(phone -> phone.e164().substring(1)).orElse(only));
    }

    private static String[] names(String words) {
        return Arrays.stream(NameWords.of(words)).map(word -> word.replaceAll("[%_\\\\]", "")).filter(word -> !word.isEmpty())
                .map(word -> "% " + word + "%").toArray(String[]::new);
    }

    private static Page page(RowSet<Row> rows, int most) {
        var customers = new ArrayList<Customer>();
        rows.forEach(row -> customers.add(new Customer(new PersonId(row.getUUID("id")),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new), moment(row, "last"), moment(row, "next"))));
        return new Page(customers.subList(0, Math.min(customers.size(), most)), customers.size() > most);
    }

    private static Optional<ZonedDateTime> moment(Row row, String which) {
        OffsetDateTime at = row.getOffsetDateTime(which + "_at");
        return at == null ? Optional.empty() : Optional.of(at.atZoneSameInstant(ZoneId.of(row.getString(which + "_zone"))));
    }
}
