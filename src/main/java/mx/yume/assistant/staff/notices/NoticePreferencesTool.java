package mx.yume.assistant.staff.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.assistant.staff.Taps;
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.notifications.preferences.NoticeChoices;
import mx.yume.notifications.preferences.NoticeKind;
import mx.yume.notifications.preferences.NoticePreferences;
import mx.yume.platform.SpanishLists;

/** notice_preferences: everybody for themselves, at once, since it is easily taken back. */
@ApplicationScoped
class NoticePreferencesTool implements StaffTool<NoticeOrder> {

    static final String NAME = "notice_preferences";
    static final String MUTE = "mute";
    static final String WANT = "want";
    static final String ALL = "ALL";

    private final NoticePreferences preferences;
    private final NoticePreferenceTexts texts;

    NoticePreferencesTool(NoticePreferences preferences, NoticePreferenceTexts texts) {
        this.preferences = preferences;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME,
                "Los avisos que le llegan a quien pregunta, solo los suyos: sin argumentos dice cuáles; con ellos los silencia o los pide",
                Sheet.optional("kinds", Sheet.Type.TEXTS,
                        "Cuáles: new_bookings (citas nuevas), moves (cambios), cancellations (cancelaciones), daily_schedule (agenda diaria)"),
                Sheet.optional("wanted", Sheet.Type.FLAG, "true si los quiere recibir, false si ya no"));
    }

    @Override
    public Class<NoticeOrder> type() {
        return NoticeOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.SEE_SCHEDULE;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.CHANGE_NOTICES);
    }

    @Override
    public NoticeOrder read(StaffAsking asking, Written written) {
        var order = NoticeOrder.NOTHING.of(written.texts("kinds").stream().map(NoticePreferencesTool::kind).toList());
        return written.flag("wanted").map(order::wanting).orElse(order);
    }

    private static NoticeKind kind(String written) {
        return named(written).orElseThrow(() -> new Unclear(
                "El argumento kinds lleva new_bookings, moves, cancellations o daily_schedule."));
    }

    static Optional<NoticeKind> named(String name) {
        return Stream.of(NoticeKind.values()).filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT))).findFirst();
    }

    @Override
    public Uni<Proposal<NoticeOrder>> propose(StaffAsking asking, NoticeOrder order) {
        return preferences.of(asking.organization()).map(choices -> proposed(asking, order, choices));
    }

    private Proposal<NoticeOrder> proposed(StaffAsking asking, NoticeOrder order, NoticeChoices choices) {
        if (order.wanted().isEmpty()) {
            return told(asking, choices, texts::told);
        }
        boolean wanted = order.wanted().get();
        if (order.kinds().isEmpty()) {
            return wanted ? told(asking, choices, texts::whichToWant) : told(asking, choices, texts::whichToMute);
        }
        var kinds = names(order.kinds());
        return order.kinds().stream().allMatch(kind -> choices.wants(asking.member(), kind) == wanted)
                ? new Proposal.Tell<>(texts.already(kinds, wanted))
                : new Proposal.Do<>(order, Optional.of(wanted ? texts.wanting(kinds) : texts.muting(kinds)));
    }

    private Proposal<NoticeOrder> told(StaffAsking asking, NoticeChoices choices, UnaryOperator<String> words) {
        var options = new ArrayList<Option>();
        var lines = new ArrayList<String>();
        for (var kind : NoticeKind.values()) {
            boolean wants = choices.wants(asking.member(), kind);
            lines.add(texts.line(capital(name(kind)), wants));
            options.add(new Option(Taps.id(NAME, wants ? MUTE : WANT, kind.name()), texts.option(!wants, name(kind))));
        }
        if (Stream.of(NoticeKind.values()).anyMatch(kind -> choices.wants(asking.member(), kind))) {
            options.add(new Option(Taps.id(NAME, MUTE, ALL), texts.muteAll()));
        }
        return new Proposal.Tell<>(words.apply(String.join("\n", lines)), options);
    }

    @Override
    public Uni<Performed<NoticeOrder>> perform(StaffAsking asking, NoticeOrder order, Recording recording) {
        var kinds = names(order.kinds());
        boolean wanted = order.wanted().orElseThrow();
        var sentence = wanted ? texts.wanted(kinds) : texts.muted(kinds);
        return preferences.set(asking.organization(), asking.member().id(), order.kinds(), wanted,
                recording.outcome(Optional.of(asking.member().id().value()), _ -> Optional.of(sentence)))
                .replaceWith(new Performed.Done<>(sentence));
    }

    private String names(List<NoticeKind> kinds) {
        return SpanishLists.all(kinds.stream().map(this::name).collect(Collectors.toList()));
    }

    private String name(NoticeKind kind) {
        return switch (kind) {
            case NEW_BOOKINGS -> texts.newBookings();
            case MOVES -> texts.moves();
            case CANCELLATIONS -> texts.cancellations();
            case DAILY_SCHEDULE -> texts.dailySchedule();
        };
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
