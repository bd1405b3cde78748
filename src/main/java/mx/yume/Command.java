package mx.yume;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.TemplatesCommand.Verb;

/** What an operator may ask of the jar instead of serving: {@code java -jar quarkus-run.jar templates submit}, for instance. */
sealed interface Command {

    String USAGE = "Usage: java -jar quarkus-run.jar [templates submit|templates status|backup FILE|restore FILE]";

    /** Nobody is served meanwhile, and nothing else is worked on. */
    Map<String, String> SETTINGS = Map.of("quarkus.http.host-enabled", "false", "yume.workers.enabled", "false",
            "yume.demo", "false", "quarkus.shutdown.delay", "0s");

    /** @param succeeded nothing is left to be done by whoever asked */
    record Result(String text, boolean succeeded) {}

    record Templates(Verb verb) implements Command {}

    record Backup(Path file) implements Command {}

    record Restore(Path file) implements Command {}

    /** Empty for anything else. */
    static Optional<Command> read(List<String> arguments) {
        return switch (arguments.size() == 2 ? arguments.getFirst() : "") {
            case "templates" -> TemplatesCommand.read(arguments.getLast()).map(Templates::new);
            case "backup" -> Optional.of(new Backup(Path.of(arguments.getLast())));
            case "restore" -> Optional.of(new Restore(Path.of(arguments.getLast())));
            default -> Optional.empty();
        };
    }

    /** What is set before the start. A copy is made of the tables as they are: whoever is about to upgrade must not begin with it. */
    default Map<String, String> settings() {
        return switch (this) {
            case Backup _ -> {
                var settings = new java.util.HashMap<>(SETTINGS);
                settings.put("quarkus.flyway.migrate-at-start", "false");
                yield settings;
            }
            case Templates _,Restore _ -> SETTINGS;
        };
    }
}
