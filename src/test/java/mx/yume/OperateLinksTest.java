package mx.yume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Whoever is woken by an alert finds what to do about it. */
class OperateLinksTest {

    private static final Path RULES = Path.of("ops", "prometheus", "yume-alerts.yaml");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
    private static final Pattern RUNBOOK = Pattern
            .compile("(?m)^ +runbook_url: \"https://github\\.com/OWNER/yume/blob/main/(.*)#(.*)\"$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void everyAlertHasARunbookAtAHeadingThatExists() throws IOException {
        var rules = Files.readString(RULES);
        var links = RUNBOOK.matcher(rules).results().toList();
        assertThat(links).hasSameSizeAs(ALERT.matcher(rules).results().toList()).hasSizeGreaterThan(9);
        for (var link : links) {
            var anchors = HEADING.matcher(Files.readString(Path.of(link.group(1)))).results()
                    .map(it -> anchor(it.group(1))).collect(Collectors.toSet());
            assertThat(anchors).contains(link.group(2));
        }
    }

    /** As GitHub makes it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }
}
