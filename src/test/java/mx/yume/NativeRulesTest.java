package mx.yume;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What a native image would break in silence. Classes are initialized while it is built: a static that reads the clock, the environment
 * or chance keeps what the machine that built it had. What is found by a name that is made at run time is not in it.
 */
class NativeRulesTest {

    private static final JavaClasses YUME = new ClassFileImporter().importPath("target/classes/mx/yume");

    /** Fields of these types hold something of the machine, whoever made it. */
    private static final Set<String> ALIVE = Set.of("java.util.Random", "java.util.random.RandomGenerator", "java.lang.Thread",
            "java.util.concurrent.Executor", "java.time.Clock", "java.net.http.HttpClient", "io.vertx.core.Vertx",
            "io.vertx.mutiny.core.Vertx", "io.vertx.sqlclient.Pool", "java.sql.Connection", "java.lang.Process",
            "org.eclipse.microprofile.config.Config");

    /** Calls whose answer differs from machine to machine and from moment to moment. */
    private static final Set<String> OF_THE_MACHINE = Set.of("java.lang.System.getenv", "java.lang.System.getProperty",
            "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.lang.Boolean.getBoolean",
            "java.lang.Integer.getInteger", "java.lang.Long.getLong", "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault", "java.util.Locale.getDefault", "java.nio.charset.Charset.defaultCharset",
            "java.util.UUID.randomUUID", "java.lang.Math.random", "java.util.concurrent.ThreadLocalRandom.current",
            "java.lang.Runtime.getRuntime", "java.lang.Runtime.availableProcessors", "java.net.InetAddress.getLocalHost",
            "java.lang.ProcessHandle.current", "org.eclipse.microprofile.config.ConfigProvider.getConfig");

    private static final ArchRule NOTHING_BY_NAME = noClasses().should().callMethod(Class.class, "forName", String.class)
            .orShould().callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
            .orShould().callMethod(ClassLoader.class, "loadClass", String.class)
            .orShould().callMethod(ClassLoader.class, "getResources", String.class)
            .orShould().callMethod(Class.class, "getRecordComponents")
            .orShould().callMethod(Class.class, "getDeclaredFields")
            .orShould().callMethod(Class.class, "getDeclaredMethods")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.ServiceLoader")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.ResourceBundle")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.reflect.Proxy")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectOutputStream")
            .orShould().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..");

    @Test
    void noStaticFieldHoldsWhatLives() {
        assertThat(living(YUME)).isEmpty();
    }

    @Test
    void noStaticIsMadeOfTheMachineThatBuilds() {
        assertThat(ofTheMachine(YUME)).isEmpty();
    }

    @Test
    void nothingIsFoundByANameMadeAtRunTime() {
        NOTHING_BY_NAME.check(YUME);
    }

    @Test
    void theRulesFindWhatBreaksThem() {
        var careless = new ClassFileImporter().importClasses(Careless.class);
        assertThat(living(careless)).containsExactly("mx.yume.NativeRulesTest$Careless.DICE");
        assertThat(ofTheMachine(careless)).singleElement().asString().contains("java.lang.System.nanoTime");
        assertThatThrownBy(() -> NOTHING_BY_NAME.check(careless)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("forName");
    }

    private static Set<String> living(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)).filter(NativeRulesTest::lives)
                .map(JavaField::getFullName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean lives(JavaField field) {
        return ALIVE.stream().anyMatch(field.getRawType()::isAssignableTo);
    }

    /** Every call of these that a static initializer makes, itself or through code of Yume that it calls. */
    private static Set<String> ofTheMachine(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getStaticInitializer().stream())
                .flatMap(initializer -> reached(initializer).stream()
                        .flatMap(unit -> unit.getCallsFromSelf().stream())
                        .filter(call -> isOfTheMachine(call.getTarget()))
                        .map(call -> initializer.getOwner().getName() + ": " + call.getDescription()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<JavaCodeUnit> reached(JavaCodeUnit from) {
        var reached = new HashSet<JavaCodeUnit>(List.of(from));
        var open = new ArrayDeque<JavaCodeUnit>(reached);
        while (!open.isEmpty()) {
            open.remove().getCallsFromSelf().stream().flatMap(call -> call.getTarget().resolveMember().stream())
                    .filter(unit -> unit.getOwner().getPackageName().startsWith("mx.yume")).filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    private static boolean isOfTheMachine(AccessTarget.CodeUnitCallTarget target) {
        var clock = target.getOwner().getPackageName().equals("java.time")
                && (target.getName().equals("now") || target.getName().startsWith("system"));
        var chance = target.getName().equals("<init>") && target.getOwner().isAssignableTo(RandomGenerator.class);
        return clock || chance || OF_THE_MACHINE.contains(target.getOwner().getName() + "." + target.getName());
    }

    /** Breaks each rule once. */
    static final class Careless {

        static final RandomGenerator DICE = dice();
        static final long BEGAN = began();

        private Careless() {}

        private static RandomGenerator dice() {
            return RandomGenerator.getDefault();
        }

        private static long began() {
            return System.nanoTime();
        }

        static Class<?> find(String name) throws ClassNotFoundException {
            return Class.forName(name);
        }
    }
}
