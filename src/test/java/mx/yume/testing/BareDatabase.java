package mx.yume.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.flywaydb.core.Flyway;

import mx.yume.platform.DatabaseAddress;

/** A database that nobody else uses, migrated as far as a test says, by the role that the application has. */
public final class BareDatabase {

    private final DatabaseAddress address;
    private final Superuser superuser;

    private BareDatabase(DatabaseAddress address) {
        this.address = address;
        this.superuser = new Superuser(address.database());
    }

    /** Without any table. One of this name that an earlier test left is dropped. */
    public static BareDatabase named(String name) {
        PostgresResource.database(PostgresResource.QUARKUS);
        new Superuser("postgres").execute("drop database if exists " + name + " with (force)");
        return new BareDatabase(PostgresResource.database(name));
    }

    /** @param version of the last migration to run; {@code latest} for all */
    public void migrate(String version) {
        Flyway.configure().dataSource(url(address), address.user(), address.password()).target(version).load().migrate();
    }

    /** As the role that the application has. */
    public Connection connect() throws SQLException {
        return connect(address);
    }

    static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(url(address), address.user(), address.password());
    }

    private static String url(DatabaseAddress address) {
        return "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database();
    }

    public Superuser superuser() {
        return superuser;
    }
}
