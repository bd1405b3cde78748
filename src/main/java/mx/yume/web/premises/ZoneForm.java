package mx.yume.web.premises;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.scheduling.AppointmentId;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Sending;

/** Other clocks for a location, and the appointments that may be read at another time. */
public class ZoneForm extends Sending {

    @RestForm("zona")
    @Nullable
    public String zone;
    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;
    /** The appointments that were shown. */
    @RestForm("cita")
    public List<String> shown = List.of();

    Set<AppointmentId> accepted() {
        return shown.stream().flatMap(id -> Ids.parse(id).stream()).map(AppointmentId::new).collect(Collectors.toSet());
    }
}
