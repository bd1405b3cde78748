package mx.yume.assistant.staff.day.blocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Members;
import mx.yume.assistant.staff.day.VisitLines;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.business.Capability;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.TimeRange;
import mx.yume.platform.Witness;
import mx.yume.scheduling.blocks.ActionId;
import mx.yume.scheduling.blocks.BlockId;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.TimeOff;
import mx.yume.scheduling.blocks.UnblockOutcome;
import mx.yume.scheduling.blocks.When;

/** Gives time off back: one stretch, what was blocked for several at once, or the part of it that was named. */
@ApplicationScoped
class UnblockTime implements StaffTool<UnblockOrder> {

    static final String NAME = "unblock_time";
    static final String BLOCK = "block";
    static final String ACTION = "action";

    private static final int DAYS_AHEAD = 60;
    private static final int MOST_ROWS = 10;

    private final Blocks blocks;
    private final BlockWording wording;
    private final BlockTexts texts;

    UnblockTime(Blocks blocks, BlockWording wording, BlockTexts texts) {
        this.blocks = blocks;
        this.wording = wording;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Quita tiempo bloqueado. El sistema enseña cuál y pide el sí",
                Sheet.optional("from", "Primer día, AAAA-MM-DD; sin él, lo próximo que haya bloqueado"),
                Sheet.optional("to", "Último día, AAAA-MM-DD"), Sheet.optional("start", "Desde esta hora, HH:MM"),
                Sheet.optional("end", "Hasta esta hora, HH:MM"),
                Sheet.optional("staff", "De quién, por su nombre; «todos» para todo el negocio; sin él, de quien pide"));
    }

    @Override
    public Class<UnblockOrder> type() {
        return UnblockOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.RUN_THE_DAY;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.UNBLOCK_TIME);
    }

    @Override
    public UnblockOrder read(StaffAsking asking, Written written) {
        var from = written.date("from");
        var everybody = written.text("staff").filter("todos"::equalsIgnoreCase).isPresent();
        var member = everybody ? Optional.<UUID>empty() : Members.staff(asking, written, "staff");
        var start = written.time("start");
        return new UnblockOrder(member, everybody, from, written.date("to").or(() -> from), start,
                start.flatMap(hour -> written.time("end").or(() -> Optional.of(hour.plusHours(1)))), Optional.empty(),
                Optional.empty(), List.of(), false);
    }

    @Override
    public Uni<Proposal<UnblockOrder>> propose(StaffAsking asking, UnblockOrder order) {
        var me = asking.member().id().value();
        var others = order.everybody() || order.staff().filter(id -> !id.equals(me)).isPresent();
        if (others && !asking.may(Capability.BLOCK_OTHERS)) {
            return Uni.createFrom().item(new Proposal.Refuse<>(texts.notOthers()));
        }
        return blocks.between(asking.business(), range(asking, order)).map(all -> proposed(asking, order, all));
    }

    private Proposal<UnblockOrder> proposed(StaffAsking asking, UnblockOrder order, List<TimeOff> all) {
        var found = new LinkedHashMap<UUID, List<TimeOff>>();
        for (var off : mine(asking, order, all)) {
            var shared = shared(asking, all, off) && order.staff().isEmpty();
            found.computeIfAbsent(off.everyWeek() || shared ? off.action().value() : off.block().orElseThrow().value(),
                    _ -> shared ? all.stream().filter(other -> other.action().equals(off.action())).toList() : List.of(off));
        }
        var chosen = order.block().or(order::action);
        chosen.ifPresent(id -> found.keySet().retainAll(List.of(id)));
        if (found.isEmpty()) {
            return new Proposal.Tell<>(texts.nothing());
        }
        var first = found.firstEntry();
        return found.size() == 1 ? show(asking, order, first.getKey(), first.getValue()) : which(asking, order, found);
    }

    /** Whoever may not block others gives back only their own; who did not say whose means theirs first. */
    private static List<TimeOff> mine(StaffAsking asking, UnblockOrder order, List<TimeOff> all) {
        if (order.everybody()) {
            return all;
        }
        var whose = order.staff().orElse(asking.member().id().value());
        var own = all.stream().filter(off -> off.staff().value().equals(whose)).toList();
        return own.isEmpty() && order.staff().isEmpty() && asking.may(Capability.BLOCK_OTHERS) ? all : own;
    }

    /** It was blocked for others too, at once. */
    private static boolean shared(StaffAsking asking, List<TimeOff> all, TimeOff off) {
        return asking.may(Capability.BLOCK_OTHERS) && all.stream()
                .anyMatch(other -> other.action().equals(off.action()) && !other.staff().equals(off.staff()));
    }

    private Proposal<UnblockOrder> which(StaffAsking asking, UnblockOrder order, Map<UUID, List<TimeOff>> found) {
        var options = found.entrySet().stream().limit(MOST_ROWS).map(entry -> {
            var off = entry.getValue().getFirst();
            var field = off.block().filter(id -> id.value().equals(entry.getKey())).isPresent() ? BLOCK : ACTION;
            return new Option(Taps.id(NAME, field, entry.getKey()), short24(off), VisitLines.cut(off.staffName() + ": "
                    + wording.stretch(off.start(), off.end(), Visits.today(asking))));
        }).toList();
        return new Proposal.Ask<>(order, FlowState.COLLECTING_DATE_RANGE, texts.which(), options);
    }

    private static String short24(TimeOff off) {
        return off.start().getDayOfMonth() + " de " + SpanishDates.monthName(off.start().toLocalDate()) + ", "
                + SpanishDates.time(off.start().toLocalTime());
    }

    private Proposal<UnblockOrder> show(StaffAsking asking, UnblockOrder order, UUID key, List<TimeOff> found) {
        var off = found.getFirst();
        var who = wording.whose(asking, staff(found));
        var byBlock = off.block().filter(id -> id.value().equals(key)).isPresent();
        if (byBlock && order.from().isPresent() && beyond(asking, order, off)) {
            return new Proposal.Show<>(order.stretch(key, true), texts.unblockPart(who, asked(asking, order)));
        }
        var when = wording.stretch(off.start(), off.end(), Visits.today(asking));
        return byBlock ? new Proposal.Show<>(order.stretch(key, false), texts.unblock(who, when))
                : new Proposal.Show<>(order.all(key, staff(found).stream().map(StaffId::value).toList()),
                        off.everyWeek() ? texts.unblockWeekly(who, when) : texts.unblock(who, when));
    }

    private static List<StaffId> staff(List<TimeOff> found) {
        return found.stream().map(TimeOff::staff).distinct().toList();
    }

    private static boolean beyond(StaffAsking asking, UnblockOrder order, TimeOff off) {
        var range = range(asking, order);
        return off.start().toInstant().isBefore(range.start()) || off.end().toInstant().isAfter(range.end());
    }

    private String asked(StaffAsking asking, UnblockOrder order) {
        var range = range(asking, order);
        var zone = asking.turn().zone();
        return wording.stretch(range.start().atZone(zone), range.end().atZone(zone), Visits.today(asking));
    }

    private static TimeRange range(StaffAsking asking, UnblockOrder order) {
        var today = Visits.today(asking);
        if (order.from().isEmpty()) {
            return Visits.days(asking, today, today.plusDays(DAYS_AHEAD));
        }
        LocalDate first = order.from().get();
        var last = order.to().filter(to -> !to.isBefore(first)).orElse(first);
        if (order.opens().isEmpty() || !first.equals(last)) {
            return Visits.days(asking, first, last);
        }
        var zone = asking.turn().zone();
        return new TimeRange(begin(order).atZone(zone).toInstant(), end(order).atZone(zone).toInstant());
    }

    private static LocalDateTime begin(UnblockOrder order) {
        return order.from().orElseThrow().atTime(order.opens().orElseThrow());
    }

    private static LocalDateTime end(UnblockOrder order) {
        var closes = order.closes().orElseThrow();
        return order.from().orElseThrow().plusDays(closes.isAfter(order.opens().orElseThrow()) ? 0 : 1).atTime(closes);
    }

    @Override
    public Uni<Performed<UnblockOrder>> perform(StaffAsking asking, UnblockOrder order, Recording recording) {
        return blocks.between(asking.business(), range(asking, order)).chain(all -> {
            var off = all.stream().filter(each -> chosen(order, each)).toList();
            if (off.isEmpty()) {
                return Uni.createFrom().item(new Performed.Instead<>(new Proposal.Tell<>(texts.nothing())));
            }
            var sentence = sentence(asking, order, off);
            return unblock(asking, order, off.getFirst(),
                    recording.outcome(Optional.of(order.block().or(order::action).orElseThrow()),
                            outcome -> outcome instanceof UnblockOutcome.Unblocked ? Optional.of(sentence) : Optional.empty()))
                    .map(outcome -> outcome instanceof UnblockOutcome.Unblocked ? new Performed.Done<UnblockOrder>(sentence)
                            : new Performed.Instead<UnblockOrder>(new Proposal.Refuse<>(outcome.sentence())));
        });
    }

    private static boolean chosen(UnblockOrder order, TimeOff off) {
        return order.action()
                .map(action -> action.equals(off.action().value()) && order.whose().contains(off.staff().value()))
                .orElseGet(() -> off.block().map(BlockId::value).equals(order.block()));
    }

    private String sentence(StaffAsking asking, UnblockOrder order, List<TimeOff> found) {
        var off = found.getFirst();
        return VisitLines.sentence(texts.unblocked(wording.whose(asking, staff(found)),
                order.part() ? asked(asking, order) : wording.stretch(off.start(), off.end(), Visits.today(asking))));
    }

    private Uni<UnblockOutcome> unblock(StaffAsking asking, UnblockOrder order, TimeOff off, Witness<UnblockOutcome> witness) {
        var origin = asking.turn().origin().sql();
        if (order.action().isPresent()) {
            return blocks.unblock(asking.business(), new ActionId(order.action().get()),
                    order.whose().stream().map(StaffId::new).collect(Collectors.toSet()), origin, witness);
        }
        if (!order.part()) {
            return blocks.unblock(asking.business(), new BlockId(order.block().orElseThrow()), origin, witness);
        }
        var location = asking.business().location().id();
        var first = order.from().orElseThrow();
        When.Once when = order.opens().isPresent() && order.to().orElse(first).equals(first)
                ? new When.Stretch(location, begin(order), end(order))
                : new When.WholeDays(location, first, order.to().orElse(first));
        return blocks.unblock(asking.business(), off.staff(), when, origin, witness);
    }
}
