package mx.yume.assistant.guided;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.ServiceId;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Part;

/** Which of a person's appointments is meant. Pure. */
final class Identifying {

    private Identifying() {}

    /** @param candidates that could be meant: one is certain */
    static Optional<Appointment> certain(List<Appointment> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /** Whoever cancels speaks of the appointment alone: service, day and hour all tell which. */
    static List<Appointment> toCancel(List<Appointment> own, Draft draft, String said) {
        return named(narrowed(own, draft, draft.wish().services(), true), said);
    }

    /**
     * Whoever moves may already speak of the new time: only the service tells which.
     *
     * @param services named of the appointment meant
     */
    static List<Appointment> toMove(List<Appointment> own, Draft draft, List<ServiceId> services, String said) {
        return named(narrowed(own, draft, services, false), said);
    }

    /** "La del viernes", with no hour, names the appointment of that day rather than a new one. */
    static boolean dayNames(Appointment appointment, Wish wish) {
        return wish.time().isEmpty() && wish.start().isEmpty() && onDay(appointment, wish) && wish.day().isPresent();
    }

    /** "La de Raúl": one of several that are for different people. */
    private static List<Appointment> named(List<Appointment> candidates, String said) {
        var plain = plain(said);
        var theirs = candidates.stream().filter(it -> plain.contains(" " + plain(it.customerName()).strip() + " ")).toList();
        return theirs.size() == 1 ? theirs : candidates;
    }

    private static String plain(String text) {
        return " " + Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    private static List<Appointment> narrowed(List<Appointment> own, Draft draft, List<ServiceId> services,
            boolean byTime) {
        if (draft.appointment().isPresent()) {
            return own.stream().filter(it -> it.id().equals(draft.appointment().get())).toList();
        }
        if (own.size() < 2) {
            return own;
        }
        var wish = draft.wish();
        var fitting = own.stream().filter(it -> has(it, services))
                .filter(it -> !byTime || (onDay(it, wish) && atTime(it, wish))).toList();
        if (!byTime && fitting.size() != 1) {
            var named = (fitting.isEmpty() ? own : fitting).stream().filter(it -> dayNames(it, wish)).toList();
            return named.size() == 1 ? named : fitting.isEmpty() ? own : fitting;
        }
        return fitting.isEmpty() ? own : fitting;
    }

    private static boolean has(Appointment it, List<ServiceId> services) {
        return it.parts().stream().map(Part::service).toList().containsAll(services);
    }

    private static boolean onDay(Appointment it, Wish wish) {
        var date = it.start().toLocalDate();
        return wish.day().map(day -> !date.isBefore(day.from()) && !date.isAfter(day.to())).orElse(true);
    }

    private static boolean atTime(Appointment it, Wish wish) {
        return wish.time().map(time -> time.includes(it.start().toLocalTime())).orElse(true);
    }
}
