package mx.yume.assistant.model.prompt;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.business.Business;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.conversation.CustomerTurn;

/** What the model is told about the business and the moment, as values for the prompt. Each datum is one line, whatever is in it. */
public final class Briefing {

    private static final List<String> DAYS = List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo");

    private Briefing() {}

    /** @param errand what is known of the flow under way */
    public static Map<String, String> of(CustomerTurn turn, String errand) {
        var business = turn.business();
        var location = business.location();
        var now = turn.localNow();
        return Map.ofEntries(
                Map.entry("business", line(business.publicName())),
                Map.entry("address", address(business)),
                Map.entry("hours", hours(location.hours())),
                Map.entry("zone", location.zone().getId()),
                Map.entry("now", SpanishWriter.dateTime(now)),
                Map.entry("iso", now.toLocalDateTime().withSecond(0).withNano(0).toString()),
                Map.entry("notice", SpanishWriter.duration(location.minimumNotice())),
                Map.entry("horizon", SpanishWriter.date(now.toLocalDate().plusDays(location.horizonDays()))),
                Map.entry("services", services(business.services())),
                Map.entry("staff", staff(business)),
                Map.entry("customer", turn.person().name().map(name -> "se llama " + line(name))
                        .orElse("todavía no sabemos su nombre")),
                Map.entry("errand", line(errand)));
    }

    public static String services(List<Service> services) {
        return services.stream().map(Briefing::service).collect(Collectors.joining("\n"));
    }

    public static String info(Business business) {
        return "%s\nDirección: %s\nHorario:\n%s\nAtienden:\n%s".formatted(line(business.publicName()), address(business),
                hours(business.location().hours()), staff(business));
    }

    static String address(Business business) {
        var address = business.location().address();
        return address.isBlank() ? "no registrada" : line(address);
    }

    private static String staff(Business business) {
        return business.staff().stream().filter(member -> !member.skills().isEmpty()).map(member -> staff(business, member))
                .collect(Collectors.joining("\n"));
    }

    /** Data is one line: a line break in a name must not begin a rule. */
    public static String line(String datum) {
        return datum.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    }

    private static String service(Service service) {
        return "- %s: %s, %s".formatted(line(service.name()), minutes(service.duration()), service.price());
    }

    private static String staff(Business business, StaffMember member) {
        var skills = business.services().stream().filter(service -> member.gives(service.id()))
                .map(service -> line(service.name())).collect(Collectors.joining(", "));
        return "- %s: %s".formatted(line(member.name()), skills);
    }

    static String hours(WeeklyHours week) {
        return Arrays.stream(DayOfWeek.values()).map(day -> "- %s: %s".formatted(DAYS.get(day.getValue() - 1),
                week.on(day).isEmpty() ? "cerrado"
                        : week.on(day).stream().map(hours -> "de %s a %s".formatted(SpanishWriter.time(hours.opens()),
                                SpanishWriter.time(hours.closes()))).collect(Collectors.joining(" y "))))
                .collect(Collectors.joining("\n"));
    }

    private static String minutes(Duration duration) {
        return duration.toMinutes() + " min";
    }
}
