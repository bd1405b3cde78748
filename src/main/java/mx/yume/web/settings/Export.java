package mx.yume.web.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Businesses;
import mx.yume.business.Inventory;
import mx.yume.business.Listed;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.customers.CustomerLedger;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.stats.VisitLedger;
import mx.yume.web.page.Numbers;

/** All that a business has in Yume, as tables: what it sells, who works there, whom it knows, every visit. Nothing secret is in it. */
@ApplicationScoped
class Export {

    private static final int PAGE = 500;

    private final Businesses businesses;
    private final CustomerLedger customers;
    private final VisitLedger visits;

    Export(Businesses businesses, CustomerLedger customers, VisitLedger visits) {
        this.businesses = businesses;
        this.customers = customers;
        this.visits = visits;
    }

    /** A ZIP file, piece by piece; the next page is read when the last was taken. */
    Multi<byte[]> of(OrganizationId organization) {
        var archive = new Archive();
        return Multi.createBy().concatenating().streams(
                businesses.inventory(organization).map(all -> setup(archive, all)).toMulti(),
                Export.<CustomerLedger.Entry>pages(
                        last -> customers.after(organization, last.map(CustomerLedger.Entry::id), PAGE),
                        Multi.createFrom().item(() -> archive.table("clientes",
                                List.of("Id", "Nombre", "Teléfono", "Sin avisos", "Desde"))),
                        entry -> customer(archive, entry), archive),
                Export.<VisitLedger.Entry>pages(last -> visits.after(organization, last.map(VisitLedger.Entry::id), PAGE),
                        Multi.createFrom().item(() -> archive.table("citas", List.of("Id", "Cliente", "Nombre", "Sucursal",
                                "Empieza", "Servicios", "Atiende", "Precio", "Estado"))),
                        entry -> visit(archive, entry), archive),
                Multi.createFrom().item(() -> archive.end().taken())).filter(piece -> piece.length > 0);
    }

    private static <T> Multi<byte[]> pages(Function<Optional<T>, Uni<List<T>>> page, Multi<Archive> begun,
            Consumer<T> write, Archive archive) {
        var read = Multi.createBy().repeating().uni(Last<T>::new, last -> page.apply(last.entry).map(last::to))
                .whilst(entries -> entries.size() == PAGE).map(entries -> {
                    entries.forEach(write);
                    return archive.taken();
                });
        return Multi.createBy().concatenating().streams(begun.map(Archive::taken), read);
    }

    /** Where the next page begins. */
    private static final class Last<T> {

        private Optional<T> entry = Optional.empty();

        private List<T> to(List<T> entries) {
            entry = entries.isEmpty() ? entry : Optional.of(entries.getLast());
            return entries;
        }
    }

    private static byte[] setup(Archive archive, Inventory all) {
        archive.table("servicios",
                List.of("Id", "Nombre", "Categoría", "Descripción", "Minutos", "Precio", "Desde", "Se ofrece"));
        all.services().forEach(one -> service(archive, one));
        archive.table("equipo", List.of("Id", "Nombre", "Teléfono", "Permiso", "Servicios", "Trabaja aquí"));
        all.staff().forEach(one -> member(archive, one, all));
        archive.table("sucursales", List.of("Id", "Nombre", "Dirección", "Zona horaria", "En uso"));
        all.locations().forEach(one -> archive.line(List.of(one.what().id().value().toString(), one.what().name(),
                one.what().address(), one.what().zone().getId(), yes(one.active()))));
        return archive.taken();
    }

    private static void service(Archive archive, Listed<Service> listed) {
        var service = listed.what();
        archive.line(List.of(service.id().value().toString(), service.name(), service.category().orElse(""),
                service.description(), Long.toString(service.duration().toMinutes()), Numbers.typed(service.price().amount()),
                yes(service.price().from()), yes(listed.active())));
    }

    private static void member(Archive archive, Listed<StaffMember> listed, Inventory all) {
        var member = listed.what();
        var gives = all.services().stream().map(Listed::what).filter(one -> member.gives(one.id())).map(Service::name).toList();
        archive.line(List.of(member.id().value().toString(), member.name(), member.phone().map(PhoneNumber::e164).orElse(""),
                switch (member.permission()) {
                    case OWNER -> "dueño";
                    case ADMIN -> "administra";
                    case STAFF -> "atiende";
                    case VIEWER -> "solo ve";
                }, String.join(", ", gives), yes(listed.active())));
    }

    private static Archive customer(Archive archive, CustomerLedger.Entry entry) {
        return archive.line(List.of(entry.id().value().toString(), entry.name().orElse(""),
                entry.phone().map(PhoneNumber::e164).orElse(""), yes(entry.optedOut()), entry.since().toString()));
    }

    private static Archive visit(Archive archive, VisitLedger.Entry entry) {
        return archive.line(List.of(entry.id().value().toString(),
                entry.customer().map(id -> id.value().toString()).orElse(""), entry.customerName(), entry.location(),
                entry.start().toString(), entry.services(), entry.staff(), Numbers.typed(entry.price()),
                words(entry.status())));
    }

    private static String words(AppointmentStatus status) {
        return switch (status) {
            case PENDING -> "Por confirmar";
            case CONFIRMED -> "Confirmada";
            case COMPLETED -> "Atendida";
            case NO_SHOW -> "No llegó";
            case CANCELLED -> "Cancelada";
        };
    }

    private static String yes(boolean is) {
        return is ? "sí" : "no";
    }
}
