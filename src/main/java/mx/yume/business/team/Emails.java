package mx.yume.business.team;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import mx.yume.business.StaffId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** The e-mail by which somebody of the staff is known when they come in by an account elsewhere. Each says their own. */
@ApplicationScoped
public class Emails {

    private static final Pattern WRITTEN = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]{2,}");
    private static final int LONGEST = 254;
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String FIND = "select email from staff_member where organization_id = $1 and id = $2";
    private static final String SET = "update staff_member set email = $3 where organization_id = $1 and id = $2";

    private final Database database;

    Emails(Database database) {
        this.database = database;
    }

    public Uni<Optional<String>> of(OrganizationId organization, StaffId member) {
        return database.inTenant(organization, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(organization.value(), member.value()))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.ofNullable(rows.iterator().next().getString("email"))));
    }

    /** In small letters; empty for what cannot be one. */
    public static Optional<String> parse(String written) {
        var text = written.strip().toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST && WRITTEN.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /**
     * False when a colleague has it.
     *
     * @param email as {@link #parse} gives it; without one they are not known by any
     */
    public Uni<Boolean> set(OrganizationId organization, StaffId member, Optional<String> email) {
        return database.inTenant(organization, connection -> connection.preparedQuery(SET)
                .execute(Tuple.of(organization.value(), member.value(), email.orElse(null))))
                .replaceWith(true)
                // Of a colleague's e-mail the database says so, whoever else is setting theirs.
                .onFailure(failure -> failure instanceof PgException refused
                        && UNIQUE_VIOLATION.equals(refused.getSqlState()))
                .recoverWithItem(false);
    }
}
