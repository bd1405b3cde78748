package mx.yume.assistant.staff.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Sheet.Parameter;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.Taps;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.calendar.Answer;
import mx.yume.scheduling.calendar.DeactivationOutcome.HasFuture;
import mx.yume.scheduling.calendar.Fate;

/**
 * What is to become of the appointments ahead: asked, understood, confirmed and told, for services and people alike. The options
 * carry no appointments, so an answer is about those that the question showed, which the order keeps.
 */
@ApplicationScoped
class AheadWords {

    private static final int MOST_LISTED = 10;
    private static final Pattern KEEP = Pattern.compile("\\b(?:dej\\w+|qued\\w+|respet\\w+|conserv\\w+|manten\\w+)\\b");
    private static final Pattern CANCEL = Pattern.compile("\\bcancel\\w+\\b");
    private static final Pattern REASSIGN = Pattern
            .compile("\\b(?:alguien mas|otr[oa] persona|pas\\w+|reasign\\w+|cambi\\w+)\\b");

    private final AheadTexts texts;

    AheadWords(AheadTexts texts) {
        this.texts = texts;
    }

    <O extends Order> Proposal<O> ask(String tool, O order, HasFuture future, boolean reassignable) {
        var options = new ArrayList<Option>();
        options.add(option(tool, Answer.What.KEEP, texts.keep()));
        if (reassignable) {
            options.add(option(tool, Answer.What.REASSIGN, texts.reassign()));
        }
        options.add(option(tool, Answer.What.CANCEL, texts.cancel()));
        if (options.size() < 3) {
            options.add(new Option("no", texts.no()));
        }
        return new Proposal.Ask<>(order, FlowState.CONFIRMING, texts.question(future.sentence(), list(future.appointments())),
                options);
    }

    static Parameter parameter(boolean reassignable) {
        return Sheet.optional("appointments", "Qué hacer con las citas por venir, solo si ya te lo contestaron: keep"
                + (reassignable ? ", reassign" : "") + " o cancel");
    }

    /** What a model says was answered counts only for appointments that were shown. */
    static Ahead read(Written written) {
        return new Ahead(List.of(), written.text("appointments").flatMap(AheadWords::named));
    }

    static Ahead of(HasFuture future) {
        return new Ahead(future.appointments().stream().map(Appointment::id).toList(), Optional.empty());
    }

    /** The same for somebody. */
    String confirmFor(String person, Answer answer) {
        return confirm(texts.somebody(person), answer);
    }

    String confirm(String name, Answer answer) {
        int count = answer.about().size();
        return switch (answer.what()) {
            case KEEP -> texts.confirmKeep(name, count);
            case CANCEL -> texts.confirmCancel(name, count);
            case REASSIGN -> texts.confirmReassign(name, count);
        };
    }

    /** What was done, with what became of them. */
    String with(String done, List<Fate> fates) {
        int kept = (int) fates.stream().filter(Fate.Kept.class::isInstance).count();
        int cancelled = (int) fates.stream().filter(Fate.Cancelled.class::isInstance).count();
        int reassigned = fates.size() - kept - cancelled;
        return Stream.of(Optional.of(done), kept > 0 ? Optional.of(texts.kept(kept)) : Optional.<String>empty(),
                cancelled > 0 ? Optional.of(texts.cancelled(cancelled)) : Optional.<String>empty(),
                reassigned > 0 ? Optional.of(texts.reassigned(reassigned)) : Optional.<String>empty()).flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** What was answered to the question about them, by tap or by word. */
    static Ahead heard(StaffAsking asking, String tool, Ahead before) {
        return Taps.value(asking.tapped(), tool, "ahead").flatMap(AheadWords::named)
                .or(() -> said(Plain.of(asking.words()))).map(before::answered).orElse(before);
    }

    /** Empty for words that answer nothing. */
    static Optional<Answer.What> said(String words) {
        return CANCEL.matcher(words).find() ? Optional.of(Answer.What.CANCEL)
                : KEEP.matcher(words).find() ? Optional.of(Answer.What.KEEP)
                        : REASSIGN.matcher(words).find() ? Optional.of(Answer.What.REASSIGN) : Optional.empty();
    }

    private static Optional<Answer.What> named(String name) {
        return Stream.of(Answer.What.values()).filter(what -> what.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    private static Option option(String tool, Answer.What what, String title) {
        return new Option(tool + ":ahead:" + what.name().toLowerCase(Locale.ROOT), title);
    }

    String list(List<Appointment> appointments) {
        var lines = appointments.stream().limit(MOST_LISTED)
                .map(one -> texts.line(SpanishWriter.dateTime(one.start()), one.customerName(), one.serviceName(),
                        one.staffName()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (appointments.size() > MOST_LISTED) {
            lines.add(texts.more(appointments.size() - MOST_LISTED));
        }
        return String.join("\n", lines);
    }
}
