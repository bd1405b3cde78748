package mx.yume.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A unit of systemd, by section and directive. A directive may be there several times. */
record SystemdUnit(Map<String, Map<String, List<String>>> sections) {

    static SystemdUnit read(Path file) {
        var sections = new HashMap<String, Map<String, List<String>>>();
        var section = "";
        for (var line : lines(file)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split("=", 2);
                sections.computeIfAbsent(section, none -> new HashMap<>())
                        .computeIfAbsent(parts[0], none -> new ArrayList<>()).add(parts[1]);
            }
        }
        return new SystemdUnit(sections);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> all(String section, String directive) {
        return sections.getOrDefault(section, Map.of()).getOrDefault(directive, List.of());
    }

    String one(String section, String directive) {
        var found = all(section, directive);
        if (found.size() != 1) {
            throw new IllegalArgumentException(directive + " of " + section + " is there " + found.size() + " times");
        }
        return found.getFirst();
    }
}
