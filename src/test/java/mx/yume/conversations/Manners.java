package mx.yume.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;

/** What no message may do, whoever it is to. */
final class Manners {

    /** Words of programs and of English that are no Spanish words and no names of services. */
    private static final Pattern ENGLISH = Pattern.compile("\\b(?i:the|you|your|please|sorry|error|appointment|appointments|"
            + "booking|booked|cancelled|canceled|confirmed|service|services|staff|available|schedule|null|undefined|exception|"
            + "optional|not|is|are|was|with|and|want|when|which|today|tomorrow|yes|hello|thanks|welcome|help|monday|tuesday|"
            + "wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|"
            + "november|december|minutes|hours|days|price|owner|viewer|true|false|tool|state|collecting|pending|waitlist)\\b");
    /** Templates that were not filled, formats, and what is left where something is missing. */
    private static final Pattern DEBRIS = Pattern.compile(
            "[{}]|%[sdn]|\\[\\]|\\b[0-9a-f]{8}-[0-9a-f]{4}|\\d{4}-\\d{2}-\\d{2}|(?<![.])[.]{2}(?![.])| [.,;:](?=\\s|$)|,\\.|¿\\s*\\?|¡\\s*!|(?<=\\S)  ");
    /** What Twilio takes, and what a phone's screen bears. */
    private static final int LONGEST = 1600;
    /** Meta's bound for the body above buttons. */
    private static final int LONGEST_WITH_BUTTONS = 1024;
    private static final int TELLING = 4;

    private final PlainYume yume;

    Manners(PlainYume yume) {
        this.yume = yume;
    }

    void check(Outgoing message) {
        var text = message.text();
        assertThat(ENGLISH.matcher(text).results().map(word -> word.group())).as("English in: %s", text).isEmpty();
        assertThat(DEBRIS.matcher(text).results().map(rest -> rest.group())).as("Debris in: %s", text).isEmpty();
        bounds(message.content());
        if (!message.organization().equals(OrganizationId.YUME)) {
            assertThat(foreign(message.organization())).as("Words of another tenant in: %s", text)
                    .noneMatch(word -> text.contains(word));
        }
    }

    private static void bounds(OutboundContent content) {
        assertThat(content.body().length()).as("Length of: %s", content.body())
                .isLessThanOrEqualTo(content.options().isEmpty() ? LONGEST : LONGEST_WITH_BUTTONS);
        assertThat(content.options()).extracting(Option::id).as("Ids of options").doesNotHaveDuplicates();
        assertThat(content.options()).extracting(Option::title).as("Titles of options").doesNotHaveDuplicates();
    }

    /** Names of businesses, people and services that are others' alone. */
    private Set<String> foreign(OrganizationId organization) {
        var words = new HashSet<>(names("organization_id not in ('" + organization + "', '" + OrganizationId.YUME + "')"));
        var own = names("organization_id = '" + organization + "'").stream().map(Manners::folded).toList();
        words.removeIf(word -> word.length() < TELLING || own.stream().anyMatch(name -> name.contains(folded(word))));
        return words;
    }

    private List<String> names(String whose) {
        return yume.superuser().rows("""
                select name from organization where %1$s union select name from staff_member where %1$s
                union select name from service where %1$s union select address from location where %1$s"""
                .formatted(whose)).stream().map(List::getFirst).toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }
}
