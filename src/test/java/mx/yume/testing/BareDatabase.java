package mx.yume.testing;

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
        var url = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database();
        Flyway.configure().dataSource(url, address.user(), address.password()).target(version).load().migrate();
    }

    public Superuser superuser() {
        return superuser;
    }
}
