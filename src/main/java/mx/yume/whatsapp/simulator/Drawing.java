package mx.yume.whatsapp.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import mx.yume.conversation.TraceStep;
import mx.yume.conversation.Transcript;
import mx.yume.conversation.Transcript.Line;
import mx.yume.conversation.Transcript.TurnTrace;

/** Turns a conversation into what the phone and the panel beside it show, at one moment and in one zone. */
record Drawing(ZoneId zone, Instant now) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", Locale.of("es", "MX"));
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mm", Locale.ROOT);

    Chat of(Transcript transcript) {
        var lines = transcript.lines().stream().filter(Drawing::onThePhone).toList();
        var bubbles = new ArrayList<Bubble>();
        for (int at = 0; at < lines.size(); at++) {
            bubbles.add(bubble(lines.get(at), at == 0 ? Optional.empty() : Optional.of(lines.get(at - 1)), transcript.turns()));
        }
        var turns = transcript.turns().stream().map(this::turn).toList().reversed();
        var attended = transcript.handoff().map(handoff -> TraceWords.attended(handoff.by())).orElse("");
        return new Chat(transcript.conversation().toString(), transcript.answering(), attended, bubbles, turns);
    }

    /** What still waits to leave has not reached the phone. */
    private static boolean onThePhone(Line line) {
        return line.inbound() || !(line.status().equals("pending") || line.status().equals("sending")
                || line.status().equals("dropped"));
    }

    private Bubble bubble(Line line, Optional<Line> before, List<TurnTrace> turns) {
        var newDay = before.filter(other -> day(other).equals(day(line))).isEmpty();
        var tail = newDay || before.filter(other -> other.inbound() == line.inbound()).isEmpty();
        return new Bubble(line.inbound(), newDay ? Optional.of(heading(day(line))) : Optional.empty(), tail,
                FormattedText.spans(line.body()), line.options(), line.button(), line.picture(), state(line, turns),
                time(line.at()));
    }

    /** The business has read what a turn took up. */
    private static String state(Line line, List<TurnTrace> turns) {
        if (!line.inbound()) {
            return line.status();
        }
        return turns.stream().anyMatch(turn -> !turn.startedAt().isBefore(line.at())) ? "read" : "delivered";
    }

    private TurnView turn(TurnTrace turn) {
        var flow = turn.steps().stream().filter(step -> step.kind().equals("flow")).map(TraceStep::detail)
                .reduce((first, last) -> last).map(TraceWords::flow).orElse("");
        return new TurnView(turn.turn().toString(), time(turn.startedAt()), TraceWords.route(turn.route()), turn.assistant(),
                took(turn), flow, turn.steps().stream().map(Drawing::step).toList());
    }

    /** By the clock of the business, or by its steps when that one stands still. */
    private static String took(TurnTrace turn) {
        long steps = turn.steps().stream().mapToLong(TraceStep::micros).sum();
        return turn.finishedAt().map(end -> Duration.between(turn.startedAt(), end).toNanos() / 1000)
                .map(whole -> millis(Math.max(whole, steps))).orElse("");
    }

    private static TurnView.Step step(TraceStep step) {
        return new TurnView.Step(TraceWords.kind(step.kind()), step.kind(), step.detail(),
                step.micros() == 0 ? "" : millis(step.micros()));
    }

    private static String millis(long micros) {
        return micros < 1000 ? "<1 ms" : micros < 10_000_000 ? micros / 1000 + " ms" : micros / 1_000_000 + " s";
    }

    private LocalDate day(Line line) {
        return line.at().atZone(zone).toLocalDate();
    }

    private String heading(LocalDate day) {
        var today = now.atZone(zone).toLocalDate();
        return day.equals(today) ? "Hoy" : day.equals(today.minusDays(1)) ? "Ayer" : DAY.format(day);
    }

    private String time(Instant instant) {
        var local = instant.atZone(zone);
        return HOUR.format(local) + (local.getHour() < 12 ? " a.m." : " p.m.");
    }
}
