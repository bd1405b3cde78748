package mx.yume.notifications.daily;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.StaffMember;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.template.Template;
import mx.yume.customers.Customers;
import mx.yume.customers.PersonId;
import mx.yume.notifications.Recipients;
import mx.yume.notifications.preferences.NoticeKind;
import mx.yume.notifications.preferences.NoticePreferences;
import mx.yume.notifications.preferences.NoticeSetup;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.blocks.Blocks;

/**
 * Tells owners, and whoever of the staff wants it, of the visits and blocks of their day: at its hour, whatever hours are quiet, and
 * not of closed days without visits.
 */
@ApplicationScoped
class DailySchedule implements JobHandler {

    private final Businesses businesses;
    private final Agenda agenda;
    private final Blocks blocks;
    private final Customers customers;
    private final NoticePreferences preferences;
    private final NoticeSetup setup;
    private final Recipients recipients;
    private final DailyTexts texts;
    private final ObjectMapper json;

    DailySchedule(Businesses businesses, Agenda agenda, Blocks blocks, Customers customers, NoticePreferences preferences,
            NoticeSetup setup, Recipients recipients, DailyTexts texts, ObjectMapper json) {
        this.businesses = businesses;
        this.agenda = agenda;
        this.blocks = blocks;
        this.customers = customers;
        this.preferences = preferences;
        this.setup = setup;
        this.recipients = recipients;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ScheduleDue.KIND);
    }

    /** A location that was closed for good meanwhile has no days. */
    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var due = read(job.payload());
        return businesses.load(connection, job.organization()).chain(found -> found
                .flatMap(business -> business.location(new LocationId(due.location()))
                        .map(location -> sheet(connection, business, location, due.day())
                                .chain(sheet -> sheet.worthTelling() ? tell(connection, job, business, location, sheet)
                                        : Uni.createFrom().voidItem())))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<DaySheet> sheet(SqlConnection connection, Business business, Location location, LocalDate day) {
        var range = new TimeRange(day.atStartOfDay(location.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(location.zone()).toInstant());
        var place = business.locations().size() == 1 ? business.publicName()
                : texts.place(business.publicName(), location.name());
        return agenda.between(connection, business.id(), location.id(), range)
                .map(visits -> visits.stream().filter(visit -> visit.start().toLocalDate().equals(day)).toList())
                .chain(visits -> blocks.between(connection, business, range)
                        .chain(off -> customers.phones(connection, business.id(), people(visits))
                                .map(phones -> new DaySheet(place, day, !location.hoursOn(day).isEmpty(), visits, off, phones,
                                        texts))));
    }

    private static List<PersonId> people(List<Appointment> visits) {
        return visits.stream().map(Appointment::customer).flatMap(Optional::stream).distinct().toList();
    }

    private Uni<Void> tell(SqlConnection connection, Job job, Business business, Location location, DaySheet sheet) {
        return setup.of(connection, business.id())
                .map(settings -> new MorningClock(location.zone(), settings.dailyAt()))
                .chain(clock -> preferences.of(connection, business.id()).chain(choices -> recipients.tell(connection, business,
                        business.staff().stream().filter(member -> choices.wants(member, NoticeKind.DAILY_SCHEDULE)).toList(),
                        job.origin(),
                        (member, conversation) -> letter(location, sheet, clock, member, conversation))));
    }

    private static Letter letter(Location location, DaySheet sheet, MorningClock clock, StaffMember member,
            ConversationId conversation) {
        var body = sheet.body(member);
        var template = new Templated(Template.DAILY_SCHEDULE,
                Map.of("business", sheet.place(), "day", sheet.dayName(), "schedule", body));
        var over = sheet.day().atTime(clock.at()).atZone(clock.zone()).toInstant().plus(MorningSweep.WORTH_TELLING);
        return Letter.notice(conversation, "daily:%s:%s:%s".formatted(location.id(), sheet.day(), member.id()),
                new Text(sheet.title() + "\n" + body)).or(template).until(over);
    }

    private ScheduleDue read(String payload) {
        try {
            return json.readValue(payload, ScheduleDue.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A morning that cannot be read back", impossible);
        }
    }
}
