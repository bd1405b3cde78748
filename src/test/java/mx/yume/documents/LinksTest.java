package mx.yume.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Whoever follows a link of a page to another, to a heading or to a file, gets there. Addresses of the web are not asked. */
class LinksTest {

    /** In words, and as pictures of HTML. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|<img[^>]* src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?)\\s*$");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");

    @Test
    void everyRelativeLinkLeadsSomewhere() {
        var links = Documents.all().stream().flatMap(page -> links(page).stream().map(link -> new Linked(page, link))).toList();

        assertThat(links).as("links that were found").hasSizeGreaterThan(50);
        assertThat(links.stream().filter(link -> !link.leadsSomewhere()).map(Linked::toString).toList()).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheIndex() {
        var index = Path.of("docs/README.md");
        var reached = links(index).stream().map(link -> file(index, link)).collect(Collectors.toSet());

        var forgotten = Documents.all().stream().filter(page -> page.startsWith("docs"))
                .filter(page -> !page.equals(index) && !page.startsWith(Path.of("docs/decisions")))
                .filter(page -> !reached.contains(page)).toList();
        assertThat(forgotten).isEmpty();
    }

    private record Linked(Path page, String link) {

        boolean leadsSomewhere() {
            var target = file(page, link);
            if (!Files.exists(target)) {
                return false;
            }
            int anchor = link.indexOf('#');
            return anchor < 0 || !target.toString().endsWith(".md") || headings(target).contains(link.substring(anchor + 1));
        }
    }

    private static List<String> links(Path page) {
        var links = new ArrayList<String>();
        LINK.matcher(Documents.prose(page)).results().map(LinksTest::target)
                .filter(link -> !ELSEWHERE.matcher(link).matches()).forEach(links::add);
        return links;
    }

    private static String target(MatchResult found) {
        var written = found.group(1);
        return written == null ? found.group(2) : written;
    }

    private static Path file(Path page, String link) {
        var path = link.replaceFirst("#.*", "");
        var folder = page.getParent();
        return path.isEmpty() ? page : (folder == null ? Path.of(path) : folder.resolve(path)).normalize();
    }

    /** As GitHub names them. */
    private static Set<String> headings(Path page) {
        return HEADING.matcher(Documents.prose(page)).results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ',
                        '-'))
                .collect(Collectors.toSet());
    }
}
