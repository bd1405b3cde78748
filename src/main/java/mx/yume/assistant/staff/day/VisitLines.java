package mx.yume.assistant.staff.day;

import java.time.LocalDate;
import java.util.List;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.staff.Taps;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;

/** Visits as staff read them. */
public final class VisitLines {

    private static final int MOST_ROWS = 10;
    private static final int SECOND_LINE = 72;
    private static final int LONGEST_LIST = 12;

    private VisitLines() {}

    /** "Paty López: Corte de cabello con Beto, mañana jueves 14 de enero, 5:00 p.m." */
    public static String full(Appointment visit, LocalDate today) {
        return visit.customerName() + ": " + visit.serviceName() + " con " + visit.staffName() + ", "
                + SpanishWriter.relative(visit.start(), today);
    }

    /** "• mañana jueves 14 de enero, 5:00 p.m. Paty López: Corte de cabello con Beto" */
    public static String bullets(List<Appointment> visits, LocalDate today) {
        var lines = new StringBuilder();
        visits.stream().limit(LONGEST_LIST).forEach(visit -> lines.append(lines.isEmpty() ? "• " : "\n• ")
                .append(SpanishWriter.relative(visit.start(), today)).append(' ').append(visit.customerName()).append(": ")
                .append(visit.serviceName()).append(" con ").append(visit.staffName()));
        return visits.size() > LONGEST_LIST
                ? lines.append("\n… y ").append(visits.size() - LONGEST_LIST).append(" más").toString()
                : lines.toString();
    }

    /** To choose one of them. */
    public static List<Option> options(String tool, List<Appointment> visits, LocalDate today) {
        var oneDay = visits.stream().map(visit -> visit.start().toLocalDate()).distinct().count() == 1;
        return visits.stream().limit(MOST_ROWS).map(visit -> {
            var when = oneDay ? SpanishDates.time(visit.start().toLocalTime()) : SpanishWriter.shortSlot(visit.start(), today);
            return new Option(Taps.id(tool, Taps.VISIT, visit.id()), when,
                    cut(visit.customerName() + ": " + visit.serviceName() + " con " + visit.staffName()));
        }).toList();
    }

    /** A time of day ends with a full stop of its own. */
    public static String sentence(String text) {
        return text.replace(".m..", ".m.");
    }

    public static String cut(String text) {
        if (text.length() <= SECOND_LINE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SECOND_LINE - 2)) ? SECOND_LINE - 2 : SECOND_LINE - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
