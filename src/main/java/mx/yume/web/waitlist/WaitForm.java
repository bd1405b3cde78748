package mx.yume.web.waitlist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Sending;

/** Somebody to be put on the list, as it was typed. */
public class WaitForm extends Sending {

    @RestForm("cliente")
    @Nullable
    public String customer;
    @RestForm("servicio")
    @Nullable
    public String service;
    @RestForm("quien")
    @Nullable
    public String staff;
    @RestForm("desde")
    @Nullable
    public String from;
    @RestForm("hasta")
    @Nullable
    public String to;

    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("servicio", text(service));
        typed.put("quien", text(staff));
        typed.put("desde", text(from));
        typed.put("hasta", text(to));
        return typed;
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).orElse("");
    }
}
