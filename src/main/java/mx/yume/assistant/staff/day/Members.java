package mx.yume.assistant.staff.day;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.Named;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;

/** Who and what of the business a model names. What means nobody, or several, throws {@link Unclear} with who it may be. */
public final class Members {

    private Members() {}

    public static Optional<UUID> staff(StaffAsking asking, Written written, String argument) {
        return written.text(argument).map(name -> only(Named.staff(asking, name), StaffMember::name,
                "No hay nadie que se llame así en el equipo.").id().value());
    }

    public static UUID service(StaffAsking asking, String name) {
        return only(Named.services(asking, name), Service::name, "No hay un servicio que se llame así.").id().value();
    }

    private static <T> T only(List<T> found, Function<T, String> name, String none) {
        if (found.isEmpty()) {
            throw new Unclear(none);
        }
        if (found.size() > 1) {
            throw new Unclear("Pregunta cuál: " + SpanishWriter.alternatives(found.stream().map(name).toList()) + ".");
        }
        return found.getFirst();
    }
}
