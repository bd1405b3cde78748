package mx.yume.web.online;

import jakarta.ws.rs.PathParam;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** How somebody goes on with an order: as it was sent, whatever it is. */
public class OrderForm extends Sender {

    @PathParam("slug")
    public String slug = "";
    @PathParam("pedido")
    public String order = "";
    @RestForm("codigo")
    @Nullable
    public String code;
    /** Another start, in seconds of the epoch. */
    @RestForm("hora")
    @Nullable
    public String start;
    /** In centavos, as it was shown. */
    @RestForm("precio")
    @Nullable
    public String price;
}
