package mx.yume;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.platform.backup.Backup;
import mx.yume.platform.backup.BackupRefused;
import mx.yume.platform.backup.Restore;

/** {@code java -jar quarkus-run.jar backup FILE}, and {@code restore FILE}: for an operator, at a terminal or by a timer. */
@ApplicationScoped
class BackupCommand {

    @FunctionalInterface
    private interface Work {

        long on(Connection connection) throws SQLException, IOException;
    }

    private final DataSource database;
    private final Clock clock;

    BackupCommand(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Command.Result backup(Path file) {
        return done("%d rows are in %s. It holds what people wrote: keep it where nobody else reads it.", file,
                connection -> Backup.write(connection, file, clock.instant()));
    }

    Command.Result restore(Path file) {
        return done("%d rows of %s are restored, and every table has what it had. Start Yume with the same YUME_SECRET.", file,
                connection -> Restore.read(connection, file));
    }

    private Command.Result done(String sentence, Path file, Work work) {
        try (var connection = database.getConnection()) {
            return new Command.Result(sentence.formatted(work.on(connection), file), true);
        } catch (BackupRefused refused) {
            return new Command.Result(refused.sentence(), false);
        } catch (SQLException | IOException failure) {
            return new Command.Result("It failed, and nothing was kept: " + failure.getMessage(), false);
        }
    }
}
