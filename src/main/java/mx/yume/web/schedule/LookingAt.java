package mx.yume.web.schedule;

import java.util.Optional;

import org.jboss.resteasy.reactive.RestQuery;

import mx.yume.web.page.Asking;

/** The schedule's address, as it was sent. */
public class LookingAt extends Asking {

    @RestQuery("fecha")
    public Optional<String> day = Optional.empty();
    @RestQuery("vista")
    public Optional<String> view = Optional.empty();
    @RestQuery("persona")
    public Optional<String> person = Optional.empty();
    @RestQuery("servicio")
    public Optional<String> service = Optional.empty();
    @RestQuery("estado")
    public Optional<String> status = Optional.empty();
    /** The fingerprint of what was shown, of whoever follows it. */
    @RestQuery("marca")
    public Optional<String> mark = Optional.empty();
}
