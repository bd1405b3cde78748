package mx.yume.web.online;

import java.util.List;

import jakarta.ws.rs.PathParam;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Who comes, with what was chosen before: as it was sent, whatever it is. */
public class DetailsForm extends Sender {

    @PathParam("slug")
    public String slug = "";
    @RestForm("servicio")
    public List<String> services = List.of();
    @RestForm("con")
    @Nullable
    public String staff;
    @RestForm("sucursal")
    @Nullable
    public String place;
    @RestForm("hora")
    @Nullable
    public String start;
    /** In centavos, as it was shown. */
    @RestForm("precio")
    @Nullable
    public String price;
    @RestForm("nombre")
    @Nullable
    public String name;
    @RestForm("telefono")
    @Nullable
    public String phone;
    /** Of this form and no other: sent twice it asks for one code. */
    @RestForm("clave")
    @Nullable
    public String key;
}
