package mx.yume.assistant.staff.setup;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.Mention;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.setup.ChangeStaffPermission.Change;
import mx.yume.business.Permission;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowState;

/** "Haz administradora a Ana", "que Beto solo vea la agenda". */
@ApplicationScoped
class ChangeStaffPermissionEar implements StaffEar<Change> {

    private static final Pattern PERMISSION = Pattern.compile("\\bpermisos?\\b");
    private static final Pattern CHANGE = Pattern
            .compile("\\b(?:haz|hazla|hazlo|pon|ponla|ponlo|vuelve|cambi\\w+|dale|que|quiero que|ahora es|nombra\\w*)\\b");

    private final ChangeStaffPermission tool;

    ChangeStaffPermissionEar(ChangeStaffPermission tool) {
        this.tool = tool;
    }

    @Override
    public ChangeStaffPermission tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (asking.tapped().filter(id -> id.startsWith(ChangeStaffPermission.NAME + ":")).isPresent()) {
            return 3;
        }
        var words = Plain.of(asking.words());
        var named = asking.said().stream().anyMatch(said -> said.reading().staff().isPresent());
        if (PERMISSION.matcher(words).find()) {
            return 3;
        }
        return named && Permissions.in(words).isPresent() && CHANGE.matcher(words).find() ? 3 : 0;
    }

    @Override
    public Change fill(StaffAsking asking, Optional<Change> before, FlowState asked) {
        var change = before.orElse(Change.NOTHING);
        for (var said : asking.said()) {
            var who = said.tapped().isPresent()
                    ? Taps.uuid(said.tapped(), ChangeStaffPermission.NAME, "staff").map(StaffId::new)
                    : said.reading().staff().filter(Mention::certain).map(mention -> mention.candidates().getFirst());
            change = who.map(change::of).orElse(change);
            var permission = said.tapped().isPresent()
                    ? Taps.value(said.tapped(), ChangeStaffPermission.NAME, "permission")
                            .flatMap(Permissions::named)
                    : Permissions.in(Plain.of(said.words()));
            change = permission.map(change::to).orElse(change);
        }
        return change;
    }

    /** What people call the permissions. */
    static final class Permissions {

        private static final Pattern ADMIN = Pattern.compile("\\b(?:admin\\w*|encargad[oa]|gerent[ea])\\b");
        private static final Pattern VIEWER = Pattern
                .compile(
                        "\\b(?:solo|nada mas|nomas|unicamente) (?:pueda )?(?:vea|ver|mire|mirar|consult\\w+)\\b|\\bsolo lectura\\b");
        private static final Pattern STAFF = Pattern
                .compile(
                        "\\b(?:atiend[ae]|estilista|barber[oa]|empleado|empleada|normal|trabajador\\w*|manicurista|colorista|cosmetologa)\\b");

        private Permissions() {}

        static Optional<Permission> in(String words) {
            return VIEWER.matcher(words).find() ? Optional.of(Permission.VIEWER)
                    : ADMIN.matcher(words).find() ? Optional.of(Permission.ADMIN)
                            : STAFF.matcher(words).find() ? Optional.of(Permission.STAFF) : Optional.empty();
        }

        /** Nobody becomes an owner by a tap. */
        static Optional<Permission> named(String name) {
            return Arrays.stream(Permission.values())
                    .filter(permission -> permission != Permission.OWNER && permission.name().equals(name)).findFirst();
        }
    }
}
