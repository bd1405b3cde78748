package mx.yume.web.spots;

import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Filled;
import mx.yume.web.page.Sending;

/** A spot as it was typed. */
public class SpotForm extends Sending {

    @RestForm("nombre")
    @Nullable
    public String name;
    @RestForm("tipo")
    @Nullable
    public String kind;
    /** Of a new one: a spot never moves. */
    @RestForm("donde")
    @Nullable
    public String place;
    /** The version that was shown. */
    @RestForm("version")
    @Nullable
    public String version;

    Filled typed() {
        return Filled.of(Map.of("nombre", text(name), "tipo", text(kind), "donde", text(place)));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
