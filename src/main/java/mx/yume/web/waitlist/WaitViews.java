package mx.yume.web.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.qute.TemplateData;
import mx.yume.business.Business;
import mx.yume.customers.Profile;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.clientele.Clientele;
import mx.yume.scheduling.waitlist.EntryId;
import mx.yume.scheduling.waitlist.Offer;
import mx.yume.scheduling.waitlist.WaitlistEntry;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Phones;

/** What the pages of the waiting list show, in words. */
final class WaitViews {

    private WaitViews() {}

    /** @param offer the time they think about and until when; empty for none */
    @TemplateData
    public record Row(String id, String customer, String name, String what, String between, String since, String offer) {}

    @TemplateData
    public record Choice(String id, String name, String about) {}

    /**
     * @param chosen the customer's id; empty as long as none was chosen
     * @param words that a customer was looked for by
     * @param found of those
     */
    @TemplateData
    public record Adding(String chosen, String name, String words, List<Choice> found, Filled form, List<Choice> services,
            List<Choice> staff, String first) {

        public Adding {
            found = List.copyOf(found);
            services = List.copyOf(services);
            staff = List.copyOf(staff);
        }
    }

    static Row row(Business business, WaitlistEntry entry, Map<EntryId, Instant> since, Instant now) {
        var zone = entry.from().getZone();
        return new Row(entry.id().toString(), entry.customer().toString(), entry.customerName(),
                SpanishLists.all(entry.services().stream().map(wanted -> what(business, wanted)).toList()), between(entry),
                Optional.ofNullable(since.get(entry.id())).map(at -> SpanishDates.dateTime(at.atZone(zone))).orElse(""),
                entry.offer().filter(offer -> offer.stands(now)).map(offer -> offered(offer, now)).orElse(""));
    }

    private static String what(Business business, Wanted wanted) {
        var service = business.service(wanted.service()).map(it -> it.name()).orElse("Un servicio que ya no se ofrece");
        return wanted.staff().flatMap(business::staffMember).map(member -> service + " con " + member.name()).orElse(service);
    }

    private static String between(WaitlistEntry entry) {
        var from = entry.from().toLocalDate();
        var to = entry.to().minusNanos(1).toLocalDate();
        return from.equals(to) ? "El " + SpanishDates.date(from)
                : "Del %s al %s".formatted(SpanishDates.date(from), SpanishDates.date(to));
    }

    private static String offered(Offer offer, Instant now) {
        long minutes = Math.max(1, Duration.between(now, offer.expires()).toMinutes());
        return "Se le ofreció el %s: %s para contestar.".formatted(SpanishDates.dateTime(offer.start()),
                minutes == 1 ? "le queda 1 minuto" : "le quedan %d minutos".formatted(minutes));
    }

    static Adding adding(Business business, Optional<Profile> chosen, String words, Clientele.Page found, Filled form,
            ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return new Adding(chosen.map(it -> it.id().toString()).orElse(""),
                chosen.map(it -> it.name().orElse("Sin nombre")).orElse(""), words,
                found.customers().stream().map(it -> new Choice(it.id().toString(), it.name().orElse("Sin nombre"),
                        it.phone().map(Phones::shown).orElse(""))).toList(),
                form,
                business.services().stream().map(it -> new Choice(it.id().value().toString(), it.name(), "")).toList(),
                business.staff().stream().map(it -> new Choice(it.id().value().toString(), it.name(), "")).toList(),
                today.toString());
    }
}
