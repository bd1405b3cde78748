package mx.yume;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import mx.yume.platform.Database;

/** The arrows of docs/architecture.md: doors → rooms → platform. */
class ArchitectureTest {

    private static final String[] DOORS = {"mx.yume.whatsapp..", "mx.yume.assistant..", "mx.yume.web.."};
    private static final ImportOption NO_TESTS = location -> !location.contains("/mx/yume/testing/")
            && !location.matches(Pattern.compile(".*(Test|IT)(\\$.*)?\\.class"));
    private static final JavaClasses YUME = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(NO_TESTS).importPackages("mx.yume");

    @Test
    void thePlatformKnowsNoRoomAndNoDoor() {
        noClasses().that().resideInAPackage("mx.yume.platform..")
                .should().dependOnClassesThat(resideInAPackage("mx.yume..").and(resideOutsideOfPackages("mx.yume.platform..")))
                .check(YUME);
    }

    @Test
    void roomsKnowNoDoorAndOnlyTheRoomsBelow() {
        mayUseOfYume("identity", "platform");
        mayUseOfYume("business", "identity", "platform");
        mayUseOfYume("customers", "platform");
        mayUseOfYume("scheduling", "business", "customers", "platform");
        mayUseOfYume("conversation", "business", "customers", "platform");
        mayUseOfYume("notifications", "conversation", "scheduling", "business", "customers", "identity", "platform");
    }

    private static void mayUseOfYume(String room, String... others) {
        var allowed = new String[others.length + 1];
        allowed[0] = "mx.yume." + room + "..";
        for (int at = 0; at < others.length; at++) {
            allowed[at + 1] = "mx.yume." + others[at] + "..";
        }
        classes().that().resideInAPackage(allowed[0])
                .should().onlyDependOnClassesThat(resideOutsideOfPackages("mx.yume..").or(resideInAnyPackage(allowed)))
                .check(YUME);
    }

    @Test
    void aDoorNeverOpensAnotherDoor() {
        for (var door : DOORS) {
            for (var other : DOORS) {
                if (!door.equals(other)) {
                    noClasses().that().resideInAPackage(door).should().dependOnClassesThat().resideInAPackage(other)
                            .allowEmptyShould(true).check(YUME);
                }
            }
        }
    }

    @Test
    void nobodyNeedsTheDemoOrTheMainClass() {
        noClasses().that().resideOutsideOfPackages("mx.yume.demo..")
                .should().dependOnClassesThat().resideInAPackage("mx.yume.demo..").check(YUME);
        noClasses().that().resideOutsideOfPackage("mx.yume")
                .should().dependOnClassesThat().resideInAPackage("mx.yume").check(YUME);
    }

    @Test
    void thereAreNoCircles() {
        slices().matching("mx.yume.(*)..").should().beFreeOfCycles().check(YUME);
        slices().matching("mx.yume.assistant.(*)..").should().beFreeOfCycles().check(YUME);
    }

    /** Each subpackage is one thing the agenda can do; what they share is at its root. */
    @Test
    void theRootOfSchedulingKnowsNoneOfItsSubpackages() {
        noClasses().that().resideInAPackage("mx.yume.scheduling")
                .should().dependOnClassesThat(resideInAPackage("mx.yume.scheduling..")
                        .and(resideOutsideOfPackages("mx.yume.scheduling", "mx.yume.scheduling.time")))
                .check(YUME);
        noClasses().that().resideInAPackage("mx.yume.scheduling.time")
                .should().dependOnClassesThat(resideInAPackage("mx.yume.scheduling..")
                        .and(resideOutsideOfPackages("mx.yume.scheduling.time")))
                .allowEmptyShould(true).check(YUME);
    }

    /** Public for scheduling's subpackages; whoever else wants time asks the agenda. */
    @Test
    void nobodyElseTouchesWhatTheAgendaIsMadeOf() {
        var machinery = Pattern.compile("mx\\.yume\\.scheduling\\."
                + "(Appointments|Busy|Cancellation|Claim|Contention|Deciding|"
                + "Facts|FreedTime|Holds|Parts|Placement|Reservations|Settled|Turnstile|Wish)(\\$.*)?");
        noClasses().that().resideOutsideOfPackage("mx.yume.scheduling..")
                .should().dependOnClassesThat(describe("make up the agenda",
                        type -> machinery.matcher(type.getName()).matches()))
                .check(YUME);
    }

    @Test
    void modelsAreSpokenToInTheAssistantOnly() {
        noClasses().that().resideOutsideOfPackage("mx.yume.assistant..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.langchain4j..", "io.quarkiverse.langchain4j..")
                .check(YUME);
    }

    /** Texts (io.quarkus.qute.i18n) are words, not pages: rooms may have them. */
    @Test
    void httpAndHtmlAreInDoorsOnly() {
        noClasses().that().resideOutsideOfPackages(DOORS)
                .should().dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute",
                        "io.vertx.ext.web..", "org.eclipse.microprofile.rest.client..")
                .check(YUME);
    }

    /** A connection may pass through a door (effects commit with what caused them), but nothing is asked of it there. */
    @Test
    void thereIsNoSqlInDoors() {
        noClasses().that().resideInAnyPackage(DOORS).should().dependOnClassesThat().areAssignableTo(Database.class)
                .orShould().dependOnClassesThat().haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Tuple")
                .orShould().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..").check(YUME);
    }

    @Test
    void timeComesFromTheClock() {
        var outsideThePlatform = noClasses().that().resideOutsideOfPackage("mx.yume.platform..");
        for (var type : new Class<?>[]{Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class,
                OffsetDateTime.class}) {
            outsideThePlatform.should().callMethod(type, "now").check(YUME);
        }
        outsideThePlatform.should().callMethod(System.class, "currentTimeMillis").check(YUME);
    }

    @Test
    void nobodySleepsOrPrints() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class)
                .orShould().callMethod(Thread.class, "sleep", java.time.Duration.class).check(YUME);
        // The main class speaks to the operator when nothing runs yet, not even a log.
        noClasses().that().doNotBelongToAnyOf(Yume.class)
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(YUME);
    }
}
