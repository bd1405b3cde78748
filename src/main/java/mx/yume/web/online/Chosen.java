package mx.yume.web.online;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.online.OnlineWish;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Ids;
import mx.yume.web.publicsite.Shops.Shop;

/**
 * What somebody chose of a shop.
 *
 * @param filled the person and the place as they were written, and what is wrong with any of it
 * @param services those that the shop has
 */
record Chosen(Shop shop, Filled filled, List<ServiceId> services, Optional<StaffId> staff, Location place) {

    static final String SERVICES = "servicio";
    static final String STAFF = "con";
    static final String PLACE = "sucursal";

    /** As far as anybody reads; one more than a visit has. */
    private static final int MOST = Refusal.MOST_SERVICES + 1;

    Chosen {
        services = List.copyOf(services);
    }

    static Chosen nothing(Shop shop) {
        return new Chosen(shop, Filled.empty(), List.of(), Optional.empty(), shop.places().getFirst());
    }

    static Chosen of(Shop shop, List<String> services, String staff, String place) {
        var values = new LinkedHashMap<String, String>();
        values.put(STAFF, staff);
        values.put(PLACE, place);
        var wanted = services.stream().distinct().limit(MOST).toList();
        var known = shop.services().stream().map(Service::id).filter(id -> wanted.contains(id.value().toString())).toList();
        var member = Ids.parse(staff).map(StaffId::new).filter(id -> shop.business().staffMember(id).isPresent());
        var location = Ids.parse(place).map(LocationId::new)
                .flatMap(id -> shop.places().stream().filter(one -> one.id().equals(id)).findFirst());
        var filled = Filled.of(values);
        if (wanted.isEmpty()) {
            filled = filled.with(SERVICES, "Elige qué te vas a hacer.");
        } else if (known.size() < wanted.size()) {
            filled = filled.with(SERVICES, new Refusal.UnknownService().sentence());
        } else if (known.size() > Refusal.MOST_SERVICES) {
            filled = filled.with(SERVICES, new Refusal.TooMany().sentence());
        }
        if (!staff.isEmpty() && !serves(shop.business(), member, known)) {
            filled = filled.with(STAFF, new Refusal.CannotServe().sentence());
        }
        if (!place.isEmpty() && location.isEmpty()) {
            filled = filled.with(PLACE, new Refusal.UnknownLocation().sentence());
        }
        return new Chosen(shop, filled, known, member, location.orElseGet(() -> shop.places().getFirst()));
    }

    private static boolean serves(Business business, Optional<StaffId> member, List<ServiceId> services) {
        return member.isPresent() && (services.isEmpty() || services.stream()
                .anyMatch(service -> business.bookableOnline(service).stream()
                        .anyMatch(one -> one.id().equals(member.orElseThrow()))));
    }

    boolean good() {
        return filled.good();
    }

    OnlineWish wish() {
        return new OnlineWish(place.id(), services, staff);
    }

    /** "Corte de cabello y Barba". */
    String what() {
        return SpanishLists.all(services.stream().flatMap(id -> shop.business().service(id).stream()).map(Service::name)
                .toList());
    }

    /** "Ana", or "con quien sea". */
    String who() {
        return staff.flatMap(shop.business()::staffMember).map(StaffMember::name).orElse("quien esté libre");
    }

    /** As an address has it. Ids need no escaping. */
    String query() {
        return services.stream().map(id -> SERVICES + "=" + id.value()).collect(Collectors.joining("&"))
                + staff.map(id -> "&" + STAFF + "=" + id.value()).orElse("")
                + (shop.places().size() > 1 ? "&" + PLACE + "=" + place.id().value() : "");
    }

    String home() {
        return "/s/" + shop.business().slug();
    }
}
