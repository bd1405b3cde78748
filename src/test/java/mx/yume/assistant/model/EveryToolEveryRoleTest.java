package mx.yume.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Permission;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;

/**
 * The matrix of SPEC 5 in the chat: every tool of staff for every permission, and for a customer. Who may is offered it; for who may
 * not it does not exist, and calling it all the same is refused and explained, with nothing in the books.
 */
class EveryToolEveryRoleTest {

    private static final ScriptedModel MODEL = ScriptedModel.start();
    private static final Map<Permission, PhoneNumber> PHONES = Map.of(Permission.OWNER, SalonLupita.LUPITAS_PHONE,
            Permission.ADMIN,
            SalonLupita.ANAS_PHONE, Permission.STAFF, SalonLupita.BETOS_PHONE, Permission.VIEWER, SalonLupita.CARLAS_PHONE);
    private static final String CUSTOMER = "+525511112222";

    private static PlainYume yume = PlainYume.shared();

    @BeforeAll
    static void everybodyIsOnboarded() {
        yume = PlainYume.fresh().with(MODEL);
        yume.superuser().execute("update staff_member set onboarded_at = now()");
    }

    @AfterAll
    static void stop() {
        MODEL.close();
    }

    static Stream<StaffTool<?>> tools() {
        return PlainYume.shared().all(StaffTool.class).stream().<StaffTool<?>>map(tool -> (StaffTool<?>) tool)
                .filter(StaffTool::forModels);
    }

    static Stream<Arguments> forbidden() {
        return tools().flatMap(tool -> Stream.of(Permission.values()).filter(permission -> !permission.may(tool.needs()))
                .map(permission -> Arguments.of(tool.sheet().name(), permission)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("forbidden")
    void whoMayNotIsRefusedAndTold(String tool, Permission permission) {
        var before = effects();
        MODEL.reset().calls(tool, "{}");
        var answer = yume.phone(phone(permission)).says("oye qué onda con esto de " + tool.replace('_', ' '));
        assertThat(answer.body()).contains("permiso");
        assertThat(trace()).contains(tool + " → Forbidden");
        assertThat(effects()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void exactlyWhatThePermissionAllowsIsOffered(Permission permission) {
        MODEL.reset().says("¿En qué te ayudo?");
        yume.phone(phone(permission)).says("oye qué onda con todo esto");
        assertThat(MODEL.requests().getFirst().tools()).containsExactlyInAnyOrderElementsOf(
                tools().filter(tool -> permission.may(tool.needs())).map(tool -> tool.sheet().name()).toList());
        assertThat(tools()).isNotEmpty();
    }

    static Stream<Permission> permissions() {
        return Stream.of(Permission.values());
    }

    @ParameterizedTest
    @MethodSource("names")
    void noneOfThemExistsForACustomer(String tool) {
        var before = effects();
        MODEL.reset().calls(tool, "{}");
        yume.phone(CUSTOMER).says("oye qué onda con todo esto");
        assertThat(MODEL.requests().getFirst().tools()).doesNotContain(tool);
        assertThat(trace()).contains("UNKNOWN_TOOL");
        assertThat(effects()).isEqualTo(before);
    }

    static Stream<String> names() {
        return tools().map(tool -> tool.sheet().name()).sorted();
    }

    private static List<List<String>> effects() {
        return yume.superuser().rows("select tool, arguments from effect");
    }

    private static String trace() {
        return yume.superuser().rows("select steps::text from turn_trace order by started_at desc, turn_id desc limit 1")
                .getFirst()
                .getFirst();
    }

    private static String phone(Permission permission) {
        return Objects.requireNonNull(PHONES.get(permission), permission.name()).e164();
    }
}
