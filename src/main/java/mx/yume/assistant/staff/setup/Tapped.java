package mx.yume.assistant.staff.setup;

import java.util.Optional;
import java.util.UUID;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/** What the options of a tool's questions mean: their ids are {@code tool:field:value}. Anybody can send any id. */
final class Tapped {

    private Tapped() {}

    static Optional<ServiceId> service(String id, String tool) {
        return value(id, tool, "service").flatMap(Tapped::uuid).map(ServiceId::new);
    }

    static Optional<StaffId> staff(String id, String tool) {
        return value(id, tool, "staff").flatMap(Tapped::uuid).map(StaffId::new);
    }

    static Optional<String> value(String id, String tool, String field) {
        var prefix = tool + ":" + field + ":";
        return id.startsWith(prefix) ? Optional.of(id.substring(prefix.length())) : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
