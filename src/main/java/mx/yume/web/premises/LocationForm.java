package mx.yume.web.premises;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Sending;

/** A location as it was typed. */
public class LocationForm extends Sending {

    @RestForm("nombre")
    @Nullable
    public String name;
    @RestForm("direccion")
    @Nullable
    public String address;
    @RestForm("paso")
    @Nullable
    public String grid;
    @RestForm("anticipacion")
    @Nullable
    public String notice;
    @RestForm("horizonte")
    @Nullable
    public String horizon;
    @RestForm("enteros")
    @Nullable
    public String whole;
    /** Of a new one: later it has a form of its own. */
    @RestForm("zona")
    @Nullable
    public String zone;
    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;

    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        put(typed, "nombre", name);
        put(typed, "direccion", address);
        put(typed, "paso", grid);
        put(typed, "anticipacion", notice);
        put(typed, "horizonte", horizon);
        put(typed, "enteros", whole);
        put(typed, "zona", zone);
        return typed;
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        typed.put(field, value == null ? "" : value.strip());
    }
}
