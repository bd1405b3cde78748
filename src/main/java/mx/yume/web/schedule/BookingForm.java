package mx.yume.web.schedule;

import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import mx.yume.web.page.Sending;

/** A new appointment as it was typed. */
public class BookingForm extends Sending {

    @RestForm("nombre")
    @Nullable
    public String name;
    @RestForm("telefono")
    @Nullable
    public String phone;
    @RestForm("servicios")
    public List<String> services = List.of();
    /** Empty for whoever is free. */
    @RestForm("persona")
    @Nullable
    public String person;
    @RestForm("fecha")
    @Nullable
    public String day;
    @RestForm("hora")
    @Nullable
    public String time;
    /** A time that was offered instead: "2027-01-15T15:30". */
    @RestForm("otra")
    @Nullable
    public String other;
    /** Of this form and no other: sent twice it books once. */
    @RestForm("clave")
    @Nullable
    public String key;
    @RestForm("lugar")
    @Nullable
    public String place;
}
