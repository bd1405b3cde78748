package mx.yume.web.settings;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.yume.business.numbers.signup.SignupStatus;
import mx.yume.conversation.outbox.QuietHours;
import mx.yume.notifications.preferences.NoticeSettings;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;
import mx.yume.web.page.Filled;

/** Between the settings and their fields and sentences. */
final class SettingsWords {

    private static final int TO_THE_MINUTE = 5;
    private static final String YES = "si";
    private static final String AND_SECOND = "+si";

    private SettingsWords() {}

    static Filled notices(NoticeSettings settings) {
        return notices(settings.dailyAt().toString(), settings.secondReminder() ? YES : null, seen(settings));
    }

    /**
     * As typed; an hour that is none is said.
     *
     * @param seen how they were as they were shown
     */
    static Filled notices(@Nullable String dailyAt, @Nullable String second, @Nullable String seen) {
        var values = new LinkedHashMap<String, String>();
        values.put("hora", dailyAt == null ? "" : dailyAt.strip());
        values.put("segundo", YES.equals(second) ? YES : "");
        values.put("vistos", seen == null ? "" : seen);
        var filled = Filled.of(values);
        return hour(filled.value("hora")).isPresent() ? filled : filled.with("hora", "Elige la hora, por ejemplo 07:00.");
    }

    private static String seen(NoticeSettings settings) {
        return settings.dailyAt() + (settings.secondReminder() ? AND_SECOND : "");
    }

    /** Empty for what no page has shown. */
    static Optional<NoticeSettings> seen(Filled filled) {
        var shown = filled.value("vistos");
        boolean second = shown.endsWith(AND_SECOND);
        return hour(second ? shown.substring(0, shown.length() - AND_SECOND.length()) : shown)
                .map(hour -> new NoticeSettings(hour, second));
    }

    /** @param filled without errors */
    static NoticeSettings settings(Filled filled) {
        return new NoticeSettings(hour(filled.value("hora")).orElseThrow(), filled.is("segundo", YES));
    }

    private static Optional<LocalTime> hour(String typed) {
        try {
            return typed.length() == TO_THE_MINUTE ? Optional.of(LocalTime.parse(typed)) : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    static Filled name(String name) {
        return Filled.of(Map.of("nombre", name));
    }

    /** @param written as the installation has them */
    static String quiet(String written) {
        return QuietHours.parse(written).map(hours -> "De %s a %s no se manda nada que pueda esperar: sale en cuanto terminan."
                .formatted(SpanishDates.time(hours.from()), SpanishDates.time(hours.to())))
                .orElse("Los avisos salen a cualquier hora.");
    }

    static String connection(SignupStatus status, Optional<PhoneNumber> number) {
        return switch (status) {
            case SignupStatus.None() -> number.isPresent() ? "Es el número que te dio Yume. También puedes usar uno tuyo."
                    : "Todavía no tienes número: en cuanto esté te avisamos por WhatsApp. También puedes usar uno tuyo.";
            case SignupStatus.UnderWay() -> "Estamos conectando tu número.";
            case SignupStatus.Failed _ -> "La última conexión no se pudo terminar.";
            case SignupStatus.Connected _ -> "Tu número está conectado.";
            case SignupStatus.Broken _ -> "Hay que volver a conectar tu número: tus clientes no reciben respuesta.";
        };
    }

    static String mark(SignupStatus status) {
        return switch (status) {
            case SignupStatus.None _ -> "none";
            case SignupStatus.UnderWay _ -> "busy";
            case SignupStatus.Connected _ -> "good";
            case SignupStatus.Failed _,SignupStatus.Broken _ -> "wrong";
        };
    }

    static String used(long bookings) {
        return bookings == 1 ? "1 cita agendada este mes" : bookings + " citas agendadas este mes";
    }
}
