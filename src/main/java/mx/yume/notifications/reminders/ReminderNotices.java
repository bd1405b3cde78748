package mx.yume.notifications.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.outbox.OutboxConfig;
import mx.yume.customers.Customers;
import mx.yume.customers.PersonId;
import mx.yume.notifications.NoticeOptions;
import mx.yume.notifications.NoticeTemplates;
import mx.yume.notifications.preferences.NoticeSetup;
import mx.yume.notifications.reminders.ReminderDue.Which;
import mx.yume.platform.BatchHandler;
import mx.yume.platform.Job;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;

/**
 * Reminds customers of their visits, many at once. Each is looked at again under a lock that whoever moves or cancels it waits for:
 * none is written of a visit that is not to be then. At night it waits for the morning.
 */
@ApplicationScoped
class ReminderNotices implements BatchHandler {

    private static final int MOST = 50;
    /** Whoever is reminded later than this is on the way already, or never will be. */
    private static final Duration LEAST = Duration.ofMinutes(30);

    /** Whoever writes the same ones at once waits for the other, and never each for the other. */
    private static final Comparator<Map.Entry<ReminderDue, String>> SAME_ORDER = Comparator
            .comparing((Map.Entry<ReminderDue, String> each) -> each.getKey().appointment())
            .thenComparing(each -> each.getKey().start()).thenComparing(each -> each.getKey().which());

    private record Ripe(ReminderDue reminder, Appointment appointment, String origin) {

        PersonId customer() {
            return appointment.customer().orElseThrow();
        }
    }

    private final Businesses businesses;
    private final Agenda agenda;
    private final Customers customers;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final OutboxConfig quiet;
    private final NoticeSetup setup;
    private final ReminderJobs jobs;
    private final ReminderTexts texts;
    private final Clock clock;

    ReminderNotices(Businesses businesses, Agenda agenda, Customers customers, Correspondents correspondents, Outbox outbox,
            OutboxConfig quiet, NoticeSetup setup, ReminderJobs jobs, ReminderTexts texts, Clock clock) {
        this.businesses = businesses;
        this.agenda = agenda;
        this.customers = customers;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.quiet = quiet;
        this.setup = setup;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ReminderDue.KIND);
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, List<Job> due) {
        var organization = due.getFirst().organization();
        return stillSo(connection, organization, due)
                .chain(visits -> postponed(connection, organization, visits))
                .chain(ripe -> ReminderRows.write(connection, organization, ripe, Ripe::reminder, clock.instant()))
                .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().voidItem()
                        : remind(connection, organization, fresh).chain(() -> planSecond(connection, organization, fresh)));
    }

    /** Each once, though two jobs may say so. */
    private Uni<List<Ripe>> stillSo(SqlConnection connection, OrganizationId organization, List<Job> due) {
        var asked = due.stream().collect(Collectors.toMap(jobs::read, Job::origin, (one, same) -> one));
        return agenda.expected(connection, organization, asked.keySet().stream().map(ReminderDue::id).distinct().toList())
                .map(visits -> {
                    var byId = visits.stream().collect(Collectors.toMap(Appointment::id, Function.identity()));
                    return asked.entrySet().stream().sorted(SAME_ORDER)
                            .flatMap(each -> Optional.ofNullable(byId.get(each.getKey().id()))
                                    .filter(visit -> visit.start().toInstant().equals(each.getKey().start())
                                            && visit.customer().isPresent())
                                    .map(visit -> new Ripe(each.getKey(), visit, each.getValue())).stream())
                            .toList();
                });
    }

    /** @return those whose time is now */
    private Uni<List<Ripe>> postponed(SqlConnection connection, OrganizationId organization, List<Ripe> visits) {
        var now = clock.instant();
        var ripe = new ArrayList<Ripe>();
        Uni<Void> added = Uni.createFrom().voidItem();
        for (var visit : visits) {
            var morning = quiet.quietUntil(now, visit.appointment().start().getZone());
            if (inTime(visit, morning.orElse(now))) {
                if (morning.isEmpty()) {
                    ripe.add(visit);
                } else {
                    added = added.chain(() -> jobs.add(connection, organization, visit.reminder(), visit.origin(),
                            morning.orElseThrow()));
                }
            }
        }
        return added.replaceWith(List.copyOf(ripe));
    }

    private static boolean inTime(Ripe visit, Instant told) {
        return !visit.reminder().start().minus(LEAST).isBefore(told);
    }

    private Uni<Void> remind(SqlConnection connection, OrganizationId organization, List<Ripe> fresh) {
        return businesses.load(connection, organization).map(Optional::orElseThrow).chain(business -> {
            Uni<Void> written = Uni.createFrom().voidItem();
            for (var same : fresh.stream().collect(Collectors.groupingBy(Ripe::origin)).entrySet()) {
                written = written.chain(() -> chats(connection, organization, same.getValue(), same.getKey()))
                        .chain(chats -> outbox.write(connection, organization, same.getValue().stream()
                                .flatMap(visit -> Optional.ofNullable(chats.get(visit.customer())).stream()
                                        .map(chat -> letter(business, visit, chat)))
                                .toList()));
            }
            return written;
        });
    }

    /** Whoever is known by their phone alone is introduced; whoever cannot be written to is missing. */
    private Uni<Map<PersonId, ConversationId>> chats(SqlConnection connection, OrganizationId organization, List<Ripe> visits,
            String origin) {
        var people = visits.stream().map(Ripe::customer).collect(Collectors.toSet());
        return correspondents.of(connection, organization, people, origin).chain(known -> {
            var all = new HashMap<>(known);
            Uni<Void> introduced = Uni.createFrom().voidItem();
            for (var stranger : people.stream().filter(person -> !known.containsKey(person)).toList()) {
                introduced = introduced.chain(() -> customers.person(connection, organization, stranger))
                        .chain(person -> correspondents.addressable(connection, organization, stranger, person.phone(), origin))
                        .invoke(chats -> chats.forEach(chat -> all.put(stranger, chat))).replaceWithVoid();
            }
            return introduced.replaceWith(all);
        });
    }

    private Letter letter(Business business, Ripe visit, ConversationId conversation) {
        var appointment = visit.appointment();
        var start = visit.reminder().start();
        var answers = List.of(NoticeOptions.attend(appointment.id(), start), NoticeOptions.move(appointment.id()),
                NoticeOptions.cancel(appointment.id()));
        var body = texts.reminder(business.publicName(), appointment.serviceName(), appointment.staffName(),
                appointment.price().toString(), SpanishDates.dateTime(appointment.start()));
        var purpose = "reminder:%s:%s:%d".formatted(visit.reminder().which().sql(), appointment.id(), start.getEpochSecond());
        return Letter.notice(conversation, purpose, new Buttons(body, List.of(new Option(answers.get(0), texts.confirm()),
                new Option(answers.get(1), texts.move()), new Option(answers.get(2), texts.cancel()))))
                .or(NoticeTemplates.reminder(business, appointment, answers)).until(start)
                .quietIn(appointment.start().getZone()).about(appointment.id().value());
    }

    private Uni<Void> planSecond(SqlConnection connection, OrganizationId organization, List<Ripe> fresh) {
        var first = fresh.stream().filter(visit -> visit.reminder().which() == Which.DAY_BEFORE).toList();
        return first.isEmpty() ? Uni.createFrom().voidItem()
                : setup.of(connection, organization).chain(settings -> settings.secondReminder()
                        ? second(connection, organization, first)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> second(SqlConnection connection, OrganizationId organization, List<Ripe> first) {
        var now = clock.instant();
        Uni<Void> added = Uni.createFrom().voidItem();
        for (var visit : first) {
            var next = new ReminderDue(visit.reminder().appointment(), visit.reminder().start(), Which.HOURS_BEFORE);
            added = added.chain(() -> next.worthPlanning(now)
                    ? jobs.add(connection, organization, next, visit.origin(), next.due(now))
                    : Uni.createFrom().voidItem());
        }
        return added;
    }
}
