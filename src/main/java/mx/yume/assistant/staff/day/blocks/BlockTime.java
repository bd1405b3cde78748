package mx.yume.assistant.staff.day.blocks;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.Named;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Members;
import mx.yume.assistant.staff.day.VisitLines;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.business.Capability;
import mx.yume.business.Hours;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.blocks.BlockOutcome;
import mx.yume.scheduling.blocks.BlockRefusal;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.When;
import mx.yume.scheduling.blocks.Who;

/** Takes time off the calendar. What is booked in it is listed and stays. */
@ApplicationScoped
class BlockTime implements StaffTool<BlockOrder> {

    static final String NAME = "block_time";
    static final String WHOLE_DAY = NAME + ":all-day";
    static final String GIVE_REASON = NAME + ":reason";
    static final String NO_REASON = NAME + ":no-reason";

    static final String STAFF = "staff";

    private static final int MOST_ROWS = 10;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final Blocks blocks;
    private final BlockWording wording;
    private final BlockTexts texts;

    BlockTime(Blocks blocks, BlockWording wording, BlockTexts texts) {
        this.blocks = blocks;
        this.wording = wording;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME,
                "Bloquea tiempo de la agenda de quien pide, de otra persona o de todos. El sistema enseña las citas que"
                        + " haya y pide el sí",
                Sheet.required("from", "Primer día, AAAA-MM-DD"),
                Sheet.optional("to", "Último día, AAAA-MM-DD; sin él, solo el primero"),
                Sheet.optional("start", "Hora de inicio, HH:MM; sin horas, todo el día"),
                Sheet.optional("end", "Hora de fin, HH:MM"),
                Sheet.optional("whole_day", Sheet.Type.FLAG, "true si es todo el día"),
                Sheet.optional("staff", "De quién, por su nombre; «todos» para todo el negocio; sin él, de quien pide"),
                Sheet.optional("reason", "Motivo"));
    }

    @Override
    public Class<BlockOrder> type() {
        return BlockOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.RUN_THE_DAY;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.BLOCK_TIME);
    }

    @Override
    public BlockOrder read(StaffAsking asking, Written written) {
        var from = written.date("from");
        var start = written.time("start");
        var everybody = written.text("staff").filter("todos"::equalsIgnoreCase).isPresent();
        var member = everybody ? Optional.<UUID>empty() : Members.staff(asking, written, "staff");
        return new BlockOrder(member, Optional.empty(), everybody, from, written.date("to").or(() -> from), start,
                start.flatMap(hour -> written.time("end").or(() -> Optional.of(hour.plusHours(1)))),
                start.isEmpty() && written.flag("whole_day").orElse(false), List.of(), false,
                written.text("reason").map(BlockTime::short120), false, List.of());
    }

    static String short120(String reason) {
        return reason.codePointCount(0, reason.length()) <= BlockRefusal.LONGEST_REASON ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, BlockRefusal.LONGEST_REASON));
    }

    @Override
    public Uni<Proposal<BlockOrder>> propose(StaffAsking asking, BlockOrder order) {
        var others = order.everybody() || order.staff().filter(id -> !id.equals(asking.member().id().value())).isPresent();
        if (others && !asking.may(Capability.BLOCK_OTHERS)) {
            return now(new Proposal.Refuse<>(texts.notOthers()));
        }
        if (order.named().isPresent()) {
            return now(asking.may(Capability.BLOCK_OTHERS) ? whose(asking, order) : new Proposal.Refuse<>(texts.notOthers()));
        }
        if (order.from().isEmpty()) {
            return now(new Proposal.Ask<>(order, FlowState.COLLECTING_DATE_RANGE, texts.askDay()));
        }
        if (order.opens().isEmpty() && !order.wholeDay()) {
            return now(new Proposal.Ask<>(order, FlowState.COLLECTING_TIME_RANGE, texts.askHours(),
                    List.of(new Option(WHOLE_DAY, texts.wholeDay()))));
        }
        if (order.asksReason()) {
            return now(new Proposal.Ask<>(order, FlowState.COLLECTING_REASON, texts.askReason(),
                    List.of(new Option(NO_REASON, texts.noReason()))));
        }
        return blocks.check(asking.business(), request(asking, order)).map(found -> found.map(outcome -> switch (outcome) {
            case BlockOutcome.Refused refused -> new Proposal.Refuse<BlockOrder>(refused.sentence());
            case BlockOutcome.Overlaps(var visits) -> show(asking, order, visits);
            case BlockOutcome.Blocked _ -> throw new IllegalStateException("A check does not block");
        }).orElseGet(() -> show(asking, order, List.of())));
    }

    private Proposal<BlockOrder> whose(StaffAsking asking, BlockOrder order) {
        var found = Named.staff(asking, order.named().orElseThrow());
        return found.isEmpty() ? new Proposal.Refuse<>(texts.unknownStaff())
                : new Proposal.Ask<>(order, FlowState.COLLECTING_STAFF, texts.whose(), found.stream().limit(MOST_ROWS)
                        .map(member -> new Option(Taps.id(NAME, STAFF, member.id()), member.name())).toList());
    }

    private Proposal<BlockOrder> show(StaffAsking asking, BlockOrder order, List<Appointment> kept) {
        var lines = new ArrayList<String>();
        lines.add(texts.summary(wording.who(asking, order.staff(), order.everybody()), wording.when(asking, order)));
        order.reason().ifPresent(reason -> lines.add(texts.reason(reason)));
        if (!kept.isEmpty()) {
            lines.add(texts.kept(VisitLines.bullets(kept, Visits.today(asking))));
        }
        lines.add(texts.confirm());
        var options = order.reason().isPresent() ? List.<Option>of()
                : List.of(new Option("yes", texts.yes()), new Option("no", texts.no()),
                        new Option(GIVE_REASON, texts.giveReason()));
        return new Proposal.Show<>(order.keeping(kept.stream().map(visit -> visit.id().value()).toList()),
                String.join("\n", lines), options);
    }

    @Override
    public Uni<Performed<BlockOrder>> perform(StaffAsking asking, BlockOrder order, Recording recording) {
        return blocks.block(asking.business(), request(asking, order), !order.kept().isEmpty(),
                recording.<BlockOutcome>outcome(order.staff(),
                        outcome -> outcome instanceof BlockOutcome.Blocked(var _, var _, var kept)
                                ? Optional.of(sentence(asking, order, kept.size()))
                                : Optional.empty()))
                .map(outcome -> switch (outcome) {
                    case BlockOutcome.Blocked(var _, var _, var kept) ->
                        new Performed.Done<BlockOrder>(sentence(asking, order, kept.size()));
                    case BlockOutcome.Overlaps(var visits) -> new Performed.Instead<>(show(asking, order, visits));
                    case BlockOutcome.Refused refused -> new Performed.Instead<>(new Proposal.Refuse<>(refused.sentence()));
                });
    }

    private String sentence(StaffAsking asking, BlockOrder order, int kept) {
        var done = VisitLines
                .sentence(texts.blocked(wording.who(asking, order.staff(), order.everybody()), wording.when(asking, order)));
        return kept == 0 ? done : done + " " + texts.stay(kept);
    }

    private static BlockRequest request(StaffAsking asking, BlockOrder order) {
        Who who = order.everybody() ? new Who.Everybody()
                : Who.only(order.staff().map(StaffId::new).orElse(asking.member().id()));
        return new BlockRequest(who, when(asking, order), order.reason().orElse(""));
    }

    /** The same hours of several days are those of every week while it lasts. */
    private static When when(StaffAsking asking, BlockOrder order) {
        var location = asking.business().location().id();
        LocalDate first = order.from().orElseThrow();
        var last = order.to().orElse(first);
        var hours = order.wholeDay() ? new Hours(LocalTime.MIDNIGHT, LAST_MINUTE)
                : new Hours(order.opens().orElseThrow(), order.closes().orElseThrow());
        if (!order.weekdays().isEmpty()) {
            return new When.EveryWeek(Set.copyOf(order.weekdays()), hours, first,
                    order.ends() ? Optional.of(last) : Optional.empty());
        }
        if (order.wholeDay()) {
            return new When.WholeDays(location, first, last);
        }
        return first.equals(last)
                ? new When.Stretch(location, first.atTime(hours.opens()),
                        first.plusDays(hours.crossesMidnight() ? 1 : 0).atTime(hours.closes()))
                : new When.EveryWeek(Set.copyOf(BlockWording.all()), hours, first, Optional.of(last));
    }

    private static Uni<Proposal<BlockOrder>> now(Proposal<BlockOrder> proposal) {
        return Uni.createFrom().item(proposal);
    }
}
