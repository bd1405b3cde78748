package mx.yume.assistant.tools;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.assistant.tools.Booking.Booked;
import mx.yume.assistant.tools.Booking.NeedsConfirmation;
import mx.yume.assistant.tools.Booking.Refused;
import mx.yume.business.ServiceId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.customers.Customers;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Preview;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;

/** book_appointment: the first call shows what would be booked, the one after a yes to exactly that books it. */
@ApplicationScoped
class BookAppointment {

    static final String TOOL = "book_appointment";

    private final Agenda agenda;
    private final Customers customers;
    private final PersonTools person;
    private final Errands errands;
    private final Ledger ledger;

    BookAppointment(Agenda agenda, Customers customers, PersonTools person, Errands errands, Ledger ledger) {
        this.agenda = agenda;
        this.customers = customers;
        this.person = person;
        this.errands = errands;
        this.ledger = ledger;
    }

    Uni<Booking> call(ToolContext context, Wish told) {
        var known = !told.services().isEmpty()
                && told.services().stream().allMatch(service -> context.business().service(service).isPresent());
        var refusal = known ? stranger(context, told) : Optional.<Refusal>of(new Refusal.UnknownService());
        if (refusal.isPresent()) {
            return Uni.createFrom().item(new Refused(refusal.get()));
        }
        var name = told.name().flatMap(PersonName::of)
                .or(() -> told.forOther() ? Optional.empty() : context.turn().person().name());
        if (name.isEmpty()) {
            return Uni.createFrom().item(nameless(context, told));
        }
        var wish = told.name(name.get());
        var call = callOf(wish);
        return ledger.earlier(context, call).flatMap(earlier -> earlier.isPresent()
                ? Uni.createFrom().item(repeated(earlier.get()))
                : first(context, wish, call));
    }

    private static Optional<Refusal> stranger(ToolContext context, Wish wish) {
        return wish.staff().flatMap(context.business()::staffMember).isPresent() || wish.staff().isEmpty() ? Optional.empty()
                : Optional.of(new Refusal.CannotServe());
    }

    /** What is wanted waits in the flow for its name, whoever asks for it. */
    private Booking nameless(ToolContext context, Wish told) {
        errands.to(context, FlowKind.BOOKING, FlowState.COLLECTING_PERSONAL_INFO,
                draft(context).wish(told.withoutName()).nothingShown());
        return new Booking.NameMissing();
    }

    private Uni<Booking> first(ToolContext context, Wish wish, Ledger.Call call) {
        var agreed = errands.confirmed(context, FlowKind.BOOKING).filter(shown -> shows(context, shown, wish));
        return agreed.isPresent() && agreed.get() instanceof Summary.Booking shown
                ? book(context, wish, shown, call)
                : preview(context, wish);
    }

    private Uni<Booking> book(ToolContext context, Wish wish, Summary.Booking shown, Ledger.Call call) {
        return agenda.book(context.business(), request(context, wish, shown.shown()), shown.agreed(),
                context.turn().origin().name().toLowerCase(Locale.ROOT), alongside(context, wish, call))
                .chain(outcome -> switch (outcome) {
                    case BookingOutcome.Refused(Refusal.OtherPrice _) -> preview(context, wish);
                    case BookingOutcome.Refused _ when !shown.plan().isEmpty() -> preview(context, wish);
                    case BookingOutcome.Refused(var why) -> Uni.createFrom().item(refused(context, wish, why));
                    case BookingOutcome.Booked(var appointment) -> shared(context, wish, appointment)
                            .replaceWith(booked(context, appointment));
                });
    }

    /**
     * Shows what would be booked, with what it costs with whoever would give it; or says why it cannot be. Of several services
     * somebody else may still be free when those shown are not any more.
     */
    private Uni<Booking> preview(ToolContext context, Wish wish) {
        return agenda.preview(context.business(), request(context, wish, wish.wanted(context.business())))
                .map(preview -> switch (preview) {
                    case Preview.Possible possible -> show(context, wish, summary(context, wish, possible));
                    case Preview.Impossible(var why) -> refused(context, wish, why);
                });
    }

    private static boolean shows(ToolContext context, Summary shown, Wish wish) {
        return shown instanceof Summary.Booking booking && wish.start().filter(booking.start()::equals).isPresent()
                && wish.name().filter(booking.name()::equals).isPresent()
                && booking.services().equals(wish.wanted(context.business()));
    }

    private Booking booked(ToolContext context, Appointment appointment) {
        errands.to(context, FlowKind.BOOKING, FlowState.CONFIRMED, errands.draft(context));
        return new Booked(appointment, false);
    }

    private Booking show(ToolContext context, Wish wish, Summary.Booking summary) {
        errands.show(context, FlowKind.BOOKING, FlowState.CONFIRMING_SUMMARY, draft(context).wish(wish), summary);
        return new NeedsConfirmation(summary);
    }

    /** The start is what cannot be had: the day and hour stay as a wish, to be met nearby. */
    private Booking refused(ToolContext context, Wish wish, Refusal why) {
        errands.to(context, FlowKind.BOOKING, FlowState.COLLECTING_DATETIME,
                draft(context).wish(wish.reopened(context.zone())).nothingShown());
        return new Refused(why);
    }

    private Draft draft(ToolContext context) {
        return errands.active(context, FlowKind.BOOKING) ? errands.draft(context) : Draft.EMPTY;
    }

    private Uni<Void> shared(ToolContext context, Wish wish, Appointment booked) {
        return tellsOwnName(context, wish) ? person.keepName(context, booked.customerName()) : Uni.createFrom().voidItem();
    }

    /** Theirs is not known yet, or was not confirmed for so long that they were asked whether it still is. */
    private static boolean tellsOwnName(ToolContext context, Wish wish) {
        var known = context.turn().person();
        return !wish.forOther() && (known.name().isEmpty() || known.nameIsOld(context.turn().now()));
    }

    /** A person's own name is kept as theirs in the same transaction; somebody else's is the appointment's alone. */
    private Alongside alongside(ToolContext context, Wish wish, Ledger.Call call) {
        var recording = ledger.recording(context, call, Effected.Booked::new);
        if (!tellsOwnName(context, wish)) {
            return recording;
        }
        return new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return recording.before(connection);
            }

            @Override
            public Uni<Void> after(SqlConnection connection, Appointment appointment) {
                return customers.rename(connection, context.business().id(), context.turn().person().id(),
                        appointment.customerName()).chain(() -> recording.after(connection, appointment));
            }
        };
    }

    private static BookingRequest request(ToolContext context, Wish wish, List<Wanted> services) {
        return new BookingRequest(Optional.of(context.turn().person().id()), wish.name().orElseThrow(),
                context.business().location().id(), services, false, wish.start().orElseThrow().atZone(context.zone()),
                Terms.ONLINE);
    }

    private static Summary.Booking summary(ToolContext context, Wish wish, Preview.Possible possible) {
        return new Summary.Booking(wish.wanted(context.business()), wish.start().orElseThrow(), wish.name().orElseThrow(),
                possible.parts().size() < 2 ? List.of() : Summary.Item.of(possible.parts()), possible.price());
    }

    private static Ledger.Call callOf(Wish wish) {
        return new Ledger.Call(TOOL, "service=%s start=%s staff=%s name=%s".formatted(
                wish.services().stream().map(ServiceId::toString).collect(Collectors.joining(",")), wish.start().orElseThrow(),
                wish.staff().map(Object::toString).orElse("any"), wish.name().orElseThrow()));
    }

    private static Booking repeated(Effected earlier) {
        if (earlier instanceof Effected.Booked(var appointment)) {
            return new Booked(appointment, true);
        }
        throw new IllegalStateException(TOOL + " recorded " + earlier.getClass());
    }
}
