package mx.yume.web.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.business.ServiceId;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Sending;

/** Somebody of the team as they were typed. */
public class MemberForm extends Sending {

    @RestForm("nombre")
    @Nullable
    public String name;
    @RestForm("telefono")
    @Nullable
    public String phone;
    @RestForm("permiso")
    @Nullable
    public String permission;
    @RestForm("lugar")
    @Nullable
    public String spot;
    /** What a new one gives. */
    @RestForm("servicio")
    public List<String> services = List.of();
    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;

    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        put(typed, "nombre", name);
        put(typed, "telefono", phone);
        put(typed, "permiso", permission);
        put(typed, "lugar", spot);
        return typed;
    }

    List<ServiceId> given() {
        return services.stream().flatMap(id -> Ids.parse(id).stream()).map(ServiceId::new).toList();
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        typed.put(field, value == null ? "" : value.strip());
    }
}
