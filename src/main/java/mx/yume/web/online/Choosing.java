package mx.yume.web.online;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.PathParam;

import org.jboss.resteasy.reactive.RestQuery;

/** What is chosen so far, as the address has it: whatever somebody wrote there. */
public class Choosing {

    @PathParam("slug")
    public String slug = "";
    @RestQuery("servicio")
    public List<String> services = List.of();
    /** Empty for whoever is free. */
    @RestQuery("con")
    public Optional<String> staff = Optional.empty();
    @RestQuery("sucursal")
    public Optional<String> place = Optional.empty();
    @RestQuery("fecha")
    public Optional<String> day = Optional.empty();
    /** A start, in seconds of the epoch: on a day with an hour twice there are two of the same name. */
    @RestQuery("hora")
    public Optional<String> start = Optional.empty();
}
