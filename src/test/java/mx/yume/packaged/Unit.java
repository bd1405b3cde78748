package mx.yume.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How deploy/systemd/yume.service starts the jar, with the places of this build instead of the installed ones. */
record Unit(List<String> command, Map<String, String> environment) {

    private static final Path FILE = Path.of("deploy/systemd/yume.service");
    private static final String INSTALLED = "/opt/yume/";
    private static final String STATE = "/var/lib/yume";

    static Unit read(Path state) throws IOException {
        var environment = new HashMap<String, String>();
        var command = new ArrayList<String>();
        for (var line : Files.readAllLines(FILE)) {
            var setting = line.split("=", 2);
            switch (setting[0]) {
                case "Environment" -> {
                    var variable = setting[1].split("=", 2);
                    environment.put(variable[0], variable[1].replace(STATE, state.toString()));
                }
                case "ExecStart" -> Arrays.stream(setting[1].split(" ", -1)).map(Unit::here).forEach(command::add);
                default -> {
                }
            }
        }
        return new Unit(List.copyOf(command), Map.copyOf(environment));
    }

    private static String here(String word) {
        return word.equals("/usr/bin/java") ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : word.startsWith("@" + INSTALLED)
                        ? "@" + Path.of("src/main/docker", word.substring(1 + INSTALLED.length())).toAbsolutePath()
                        : word.startsWith(INSTALLED)
                                ? Path.of("target/quarkus-app", word.substring(INSTALLED.length())).toAbsolutePath().toString()
                                : word;
    }
}
