package mx.yume.assistant.tools;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.language.TimeReading;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.waitlist.AnswerOutcome;
import mx.yume.scheduling.waitlist.EntryId;
import mx.yume.scheduling.waitlist.JoinOutcome;
import mx.yume.scheduling.waitlist.JoinRequest;
import mx.yume.scheduling.waitlist.LeaveOutcome;
import mx.yume.scheduling.waitlist.OfferId;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.scheduling.waitlist.WaitlistEntry;

/** What customers can do about times that are taken: wait for one, stop waiting, and answer when one is free. */
@ApplicationScoped
public class WaitlistTools {

    private final Waitlist waitlist;
    private final Errands errands;
    private final Ledger ledger;
    private final WaitingTexts texts;

    WaitlistTools(Waitlist waitlist, Errands errands, Ledger ledger, WaitingTexts texts) {
        this.waitlist = waitlist;
        this.errands = errands;
        this.ledger = ledger;
        this.texts = texts;
    }

    /**
     * join_waitlist: the first call shows what would be waited for, the one after a yes to exactly that joins.
     *
     * @param agreed they asked for just this, which was in front of them
     */
    public Uni<Waiting> join(ToolContext context, List<Wanted> services, LocalDateTime from, LocalDateTime to,
            Optional<String> told, boolean agreed) {
        var name = told.or(() -> context.turn().person().name()).flatMap(PersonName::of);
        if (name.isEmpty()) {
            return Uni.createFrom().item(new Waiting.NameMissing());
        }
        var wanted = new Summary.Wait(services, from, to, name.get());
        var call = new Ledger.Call("join_waitlist",
                "services=%s from=%s to=%s name=%s".formatted(services, from, to, name.get()));
        return Traced.call(context, "join_waitlist(%s, %s)".formatted(from, to), () -> ledger.earlier(context, call)
                .chain(earlier -> earlier.isPresent() && earlier.get() instanceof Effected.Done(var sentence)
                        ? Uni.createFrom().item(new Waiting.Repeated(sentence))
                        : agreed || errands.confirmed(context, FlowKind.WAITLIST).filter(wanted::equals).isPresent()
                                ? join(context, wanted, call)
                                : show(context, wanted)));
    }

    private Uni<Waiting> join(ToolContext context, Summary.Wait wanted, Ledger.Call call) {
        var request = new JoinRequest(person(context), wanted.name(), context.business().location().id(), wanted.services(),
                wanted.from(), wanted.to(), context.turn().origin().sql());
        return waitlist.join(context.business(), request, ledger.waiting(context, call,
                entry -> new Effected.Done(texts.joined(words(context, entry))))).map(outcome -> switch (outcome) {
                    case JoinOutcome.Joined(var entry) -> joined(context, entry);
                    case JoinOutcome.NotJoined refused -> refused(context, refused.sentence());
                });
    }

    private Waiting joined(ToolContext context, WaitlistEntry entry) {
        if (errands.active(context, FlowKind.WAITLIST)) {
            errands.end(context, FlowKind.WAITLIST, FlowState.CONFIRMING_SUMMARY, FlowState.CONFIRMED);
        }
        return new Waiting.Joined(entry, texts.joined(words(context, entry)));
    }

    private Waiting refused(ToolContext context, String why) {
        if (errands.active(context, FlowKind.WAITLIST)) {
            errands.drop(context);
        }
        return new Waiting.Refused(why);
    }

    private Uni<Waiting> show(ToolContext context, Summary.Wait wanted) {
        var draft = errands.active(context, FlowKind.WAITLIST) ? errands.draft(context)
                : Draft.EMPTY.wish(wish(wanted, context.zone()));
        errands.show(context, FlowKind.WAITLIST, FlowState.CONFIRMING_SUMMARY, draft, wanted);
        return Uni.createFrom().item(new Waiting.NeedsConfirmation(wanted));
    }

    /** As words would have said it. */
    private static Wish wish(Summary.Wait wanted, ZoneId zone) {
        var whole = wanted.to().toLocalTime().equals(LocalTime.MIDNIGHT);
        var last = whole ? wanted.to().toLocalDate().minusDays(1) : wanted.to().toLocalDate();
        var time = whole && wanted.from().toLocalTime().equals(LocalTime.MIDNIGHT) ? Optional.<TimeReading>empty()
                : Optional.of(new TimeReading(wanted.from().toLocalTime(), wanted.to().toLocalTime()));
        var services = Wish.NOTHING.services(wanted.services().stream().map(Wanted::service).toList(), zone);
        var staff = wanted.services().stream().flatMap(one -> one.staff().stream()).findFirst();
        return staff.map(services::settledStaff).orElse(services).name(wanted.name())
                .when(Optional.of(new DayReading(wanted.from().toLocalDate(), last, false)), time, zone);
    }

    /** What they wait for, in the order in which they asked for it. */
    public Uni<List<WaitlistEntry>> mine(ToolContext context) {
        return Traced.call(context, "my_waitlist", () -> waitlist.of(context.business(), person(context)));
    }

    public Uni<Answered> leave(ToolContext context, EntryId entry) {
        var call = new Ledger.Call("leave_waitlist", "entry=" + entry);
        return Traced.call(context, "leave_waitlist",
                () -> waitlist.leave(context.business(), Optional.of(person(context)), entry,
                        ledger.waiting(context, call, left -> new Effected.Done(texts.left(words(context, left)))))
                        .map(outcome -> switch (outcome) {
                            case LeaveOutcome.Left(var left) -> new Answered(true, texts.left(words(context, left)));
                            case LeaveOutcome.NotWaiting it -> new Answered(false, it.sentence());
                            case LeaveOutcome.UnknownEntry it -> new Answered(false, it.sentence());
                        }));
    }

    /** Books the time that was offered to them. */
    public Uni<AnswerOutcome> accept(ToolContext context, OfferId offer) {
        var call = new Ledger.Call("accept_offer", "offer=" + offer);
        return Traced.call(context, "accept_offer", () -> waitlist.accept(context.business(), person(context), offer,
                ledger.recording(context, call, Effected.Booked::new)));
    }

    public Uni<AnswerOutcome> decline(ToolContext context, OfferId offer) {
        var call = new Ledger.Call("decline_offer", "offer=" + offer);
        return Traced.call(context, "decline_offer", () -> waitlist.decline(context.business(), person(context), offer,
                ledger.waiting(context, call, entry -> new Effected.Done(texts.declined()))));
    }

    /** "Corte de cabello con Beto, viernes 15 de enero, entre 4:00 p.m. y 7:00 p.m." */
    public String words(ToolContext context, WaitlistEntry entry) {
        return words(context, entry.services(), entry.from().toLocalDateTime(), entry.to().toLocalDateTime());
    }

    public String words(ToolContext context, Summary.Wait wanted) {
        return words(context, wanted.services(), wanted.from(), wanted.to());
    }

    private String words(ToolContext context, List<Wanted> wanted, LocalDateTime from, LocalDateTime to) {
        var business = context.business();
        var services = wanted.stream().flatMap(one -> business.service(one.service()).stream()).map(Service::name).toList();
        var staff = wanted.stream().flatMap(one -> one.staff().stream()).distinct()
                .flatMap(member -> business.staffMember(member).stream()).map(StaffMember::name).toList();
        return texts.what(SpanishWriter.list(services), SpanishWriter.list(staff), when(context, from, to));
    }

    private String when(ToolContext context, LocalDateTime from, LocalDateTime to) {
        var today = context.turn().localNow().toLocalDate();
        var last = to.toLocalTime().equals(LocalTime.MIDNIGHT) ? to.toLocalDate().minusDays(1) : to.toLocalDate();
        if (!from.toLocalDate().equals(last)) {
            return texts.days(SpanishWriter.date(from.toLocalDate()), SpanishWriter.date(last));
        }
        var whole = to.toLocalTime().equals(LocalTime.MIDNIGHT);
        return texts.oneDay(SpanishWriter.date(last, today), whole ? "" : SpanishWriter.time(from.toLocalTime()),
                whole ? "" : SpanishWriter.time(to.toLocalTime()));
    }

    private static PersonId person(ToolContext context) {
        return context.turn().person().id();
    }
}
