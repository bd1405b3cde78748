package mx.yume.platform;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Row-level security does not hold for superusers: with such a role every tenant would see every other. Yume refuses it. */
public final class SafeRole {

    private static final String PAST_ROW_LEVEL_SECURITY = """
            select 1 from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
            """;
    private static final String SECONDS_TO_CONNECT = "10";

    private SafeRole() {}

    /** @throws StartRefused when the role is past row-level security, or the database does not let it in */
    public static void require(DatabaseAddress address) {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), properties);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(PAST_ROW_LEVEL_SECURITY)) {
            if (rows.next()) {
                throw new StartRefused(
                        """
                                The role "%s" of DATABASE_URL is a superuser or bypasses row-level security, so businesses would not be \
                                kept apart. Make one that is neither and owns the database, and name it in DATABASE_URL:
                                  create role yume login nosuperuser nobypassrls password '…';
                                  create database yume owner yume;"""
                                .formatted(address.user()));
            }
        } catch (SQLException failure) {
            throw new StartRefused("The database of DATABASE_URL (" + address + ") cannot be used: " + failure.getMessage(),
                    failure);
        }
    }
}
