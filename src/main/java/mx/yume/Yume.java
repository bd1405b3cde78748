package mx.yume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import mx.yume.platform.DatabaseAddress;
import mx.yume.platform.SafeRole;
import mx.yume.platform.StartRefused;
import mx.yume.platform.YumeConfig;
import mx.yume.platform.embedded.EmbeddedDatabase;

/** Starts Yume: checks the environment, finds or starts the database, and says at last which page to open. */
@QuarkusMain
public class Yume {

    /** Set by the build for dev mode: before Quarkus runs, nothing else tells. Without it this is production. */
    private static final String DEVELOPMENT = "mx.yume.development";
    /** Set once the embedded server runs: live reload starts this class anew, in another class loader, beside the same server. */
    private static final String EMBEDDED_IS_RUNNING = "mx.yume.embedded-is-running";
    private static final int SECONDS_TO_STOP = 17;

    public static void main(String[] args) {
        // As Quarkus.run does; but the database logs before that, and the first to log decides.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var command = command(List.of(args));
        try {
            var environment = new Environment(System.getenv());
            environment.check(!Boolean.getBoolean(DEVELOPMENT));
            environment.watching().forEach(System::setProperty);
            environment.database().ifPresentOrElse(Yume::useServer, () -> useEmbedded(environment, command));
        } catch (StartRefused refusal) {
            System.err.println("Yume cannot start. " + refusal.getMessage());
            System.exit(1);
        }
        Quarkus.run(Ready.class, args);
    }

    /** A command runs beside the Yume that serves, on the same database. */
    private static Optional<Command> command(List<String> arguments) {
        var command = Command.read(arguments);
        if (command.isEmpty() && !arguments.isEmpty()) {
            System.err.println(Command.USAGE);
            System.exit(2);
        }
        command.ifPresent(found -> found.settings().forEach(System::setProperty));
        return command;
    }

    private static void useServer(DatabaseAddress address) {
        SafeRole.require(address);
        use(address);
    }

    private static void use(DatabaseAddress address) {
        address.settings().forEach(System::setProperty);
    }

    /** A copy is taken of what runs. */
    private static void useEmbedded(Environment environment, Optional<Command> command) {
        command.filter(Command.Backup.class::isInstance).flatMap(backup -> EmbeddedDatabase.running(environment.dataFolder()))
                .ifPresentOrElse(Yume::use, () -> startEmbedded(environment));
    }

    private static void startEmbedded(Environment environment) {
        if (System.getProperty(EMBEDDED_IS_RUNNING) != null) {
            return;
        }
        var database = EmbeddedDatabase.start(environment.dataFolder());
        use(database.address());
        System.setProperty(EMBEDDED_IS_RUNNING, "true");
        var quarkusStopped = new CountDownLatch(1);
        var leave = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
            quarkusStopped.countDown();
            leave.accept(code, failure);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(quarkusStopped, database), "embedded-postgresql"));
    }

    /** Quarkus has a hook of its own, and what it stops still writes: the database goes last. */
    private static void closeAfter(CountDownLatch quarkusStopped, EmbeddedDatabase database) {
        try {
            if (!quarkusStopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                System.err.println("Yume did not stop within " + SECONDS_TO_STOP + " s; its database is stopped now.");
            }
            database.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs once everything has started, so that its line is the last of the start. */
    public static class Ready implements QuarkusApplication {

        private static final Logger LOG = Logger.getLogger(Yume.class);

        private final YumeConfig config;
        private final TemplatesCommand templates;
        private final BackupCommand backups;

        Ready(YumeConfig config, TemplatesCommand templates, BackupCommand backups) {
            this.config = config;
            this.templates = templates;
            this.backups = backups;
        }

        @Override
        public int run(String... args) {
            var command = Command.read(List.of(args));
            if (command.isPresent()) {
                var result = run(command.get());
                System.out.println(result.text());
                return result.succeeded() ? 0 : 1;
            }
            LOG.infof("Yume está lista: %s%s", config.publicUrl(), config.simulator() ? "/simulador" : "");
            Quarkus.waitForExit();
            return 0;
        }

        private Command.Result run(Command command) {
            return switch (command) {
                case Command.Templates(var verb) -> templates.run(verb);
                case Command.Backup(var file) -> backups.backup(file);
                case Command.Restore(var file) -> backups.restore(file);
            };
        }
    }
}
