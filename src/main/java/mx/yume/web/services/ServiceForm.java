package mx.yume.web.services;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Sending;

/** A service as it was typed. */
public class ServiceForm extends Sending {

    @RestForm("nombre")
    @Nullable
    public String name;
    @RestForm("categoria")
    @Nullable
    public String category;
    @RestForm("descripcion")
    @Nullable
    public String description;
    @RestForm("minutos")
    @Nullable
    public String minutes;
    @RestForm("reposo_desde")
    @Nullable
    public String restAfter;
    @RestForm("reposo")
    @Nullable
    public String rest;
    @RestForm("antes")
    @Nullable
    public String before;
    @RestForm("despues")
    @Nullable
    public String after;
    @RestForm("precio")
    @Nullable
    public String price;
    @RestForm("desde")
    @Nullable
    public String from;
    @RestForm("lugar")
    @Nullable
    public String spotKind;
    @RestForm("anticipacion")
    @Nullable
    public String notice;
    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;
    /** That it may be longer than any day. */
    @RestForm("aun_asi")
    @Nullable
    public String longer;

    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        put(typed, "nombre", name);
        put(typed, "categoria", category);
        put(typed, "descripcion", description);
        put(typed, "minutos", minutes);
        put(typed, "reposo_desde", restAfter);
        put(typed, "reposo", rest);
        put(typed, "antes", before);
        put(typed, "despues", after);
        put(typed, "precio", price);
        put(typed, "desde", from);
        put(typed, "lugar", spotKind);
        put(typed, "anticipacion", notice);
        return typed;
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        typed.put(field, value == null ? "" : value.strip());
    }
}
