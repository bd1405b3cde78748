package mx.yume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import mx.yume.platform.Explained;
import mx.yume.testing.Samples;

/** Whatever cannot be had, whoever asks is told why: in one short Spanish sentence that says nothing of how Yume is made. */
class EveryRefusalTest {

    private static final JavaClasses ROOMS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("mx.yume.scheduling", "mx.yume.business");
    private static final int LONGEST = 120;
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
    private static final Set<String> ENGLISH = Set.of("the", "is", "are", "not", "slot", "staff", "service", "booking",
            "appointment", "please", "invalid", "null", "must", "there", "already", "time", "hours", "minutes", "block", "when",
            "optional", "day", "unknown", "with", "and", "for", "empty", "true", "false");
    /** Java's own way to write a duration, a date, an id, a record, or an unfilled place. */
    private static final Pattern MACHINE = Pattern.compile("PT\\d|\\d{4}-\\d{2}|[0-9a-f]{8}-|[\\[{=_]|%[sd]");
    /** What somebody is to write just so. */
    private static final Pattern QUOTED = Pattern.compile("«[^»]*»");
    private static final Pattern FORMAL = Pattern.compile("(?i)\\b(usted|ustedes|su cita)\\b");
    /** What an outcome is called that does not do what was asked. */
    private static final Pattern REFUSING = Pattern.compile(
            "(Not|No|Un|Too|Bad|Already|Cannot)\\p{Lu}?.*|Refused|Changed|Denied|Strands|Conflicts?|Refusal");

    static Stream<Class<?>> explained() {
        return ROOMS.stream().filter(type -> type.isAssignableTo(Explained.class) && !type.isInterface())
                .map(JavaClass::reflect);
    }

    @Test
    void thereAreRefusals() {
        assertThat(explained()).hasSizeGreaterThan(15).allMatch(Class::isRecord, "a record");
    }

    @ParameterizedTest
    @MethodSource("explained")
    void eachIsExplainedInAShortSpanishSentence(Class<?> type) {
        for (var sample : Samples.of(type)) {
            var sentence = ((Explained) sample).sentence();
            assertThat(sentence).as(type.getName()).isNotBlank().matches("(?s)[¿¡]?[\\p{Lu}\\d].*[.!?]")
                    .hasSizeLessThanOrEqualTo(LONGEST)
                    .doesNotContain("  ").doesNotContainPattern(FORMAL);
            assertThat(QUOTED.matcher(sentence).replaceAll("")).as(type.getName()).doesNotContainPattern(MACHINE);
            assertThat(words(sentence)).as(sentence).doesNotContainAnyElementsOf(ENGLISH);
        }
    }

    /** So that no refusal is forgotten: it explains itself, or holds what does. */
    @Test
    void everyOutcomeThatRefusesSaysWhy() {
        var mute = ROOMS.stream().filter(type -> !type.isInterface() && type.getInterfaces().stream()
                .anyMatch(outcome -> outcome.toErasure().getSimpleName().endsWith("Outcome")))
                .filter(type -> REFUSING.matcher(type.getSimpleName()).matches()).map(JavaClass::reflect)
                .filter(type -> !Explained.class.isAssignableFrom(type) && !holdsWhatExplains(type)).toList();
        assertThat(mute).isEmpty();
    }

    private static boolean holdsWhatExplains(Class<?> type) {
        return type.isRecord() && Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> Explained.class.isAssignableFrom(component.getType()));
    }

    private static List<String> words(String sentence) {
        return WORD.matcher(sentence.toLowerCase(Locale.ROOT)).results().map(match -> match.group()).toList();
    }
}
