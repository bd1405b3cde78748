package mx.yume.assistant.staff.notices;

import static mx.yume.notifications.preferences.NoticeKind.CANCELLATIONS;
import static mx.yume.notifications.preferences.NoticeKind.DAILY_SCHEDULE;
import static mx.yume.notifications.preferences.NoticeKind.MOVES;
import static mx.yume.notifications.preferences.NoticeKind.NEW_BOOKINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.orders.Plain;
import mx.yume.notifications.preferences.NoticeKind;

class NoticeWordsTest {

    private static final Set<NoticeKind> ALL = EnumSet.allOf(NoticeKind.class);

    static Stream<Arguments> muted() {
        return Stream.of(
                Arguments.of("no me avises de citas nuevas", Set.of(NEW_BOOKINGS)),
                Arguments.of("ya no me avises cuando agenden", Set.of(NEW_BOOKINGS)),
                Arguments.of("No quiero que me avises de las reservas", Set.of(NEW_BOOKINGS)),
                Arguments.of("silencia las cancelaciones", Set.of(CANCELLATIONS)),
                Arguments.of("silencia los avisos de cancelaciones y cambios", Set.of(CANCELLATIONS, MOVES)),
                Arguments.of("no me notifiques si cancelan", Set.of(CANCELLATIONS)),
                Arguments.of("ya no me avises cuando muevan una cita", Set.of(MOVES)),
                Arguments.of("ya no me mandes la agenda del día", Set.of(DAILY_SCHEDULE)),
                Arguments.of("ya no quiero la agenda diaria", Set.of(DAILY_SCHEDULE)),
                Arguments.of("quita la agenda diaria", Set.of(DAILY_SCHEDULE)),
                Arguments.of("cancela los avisos de citas nuevas", Set.of(NEW_BOOKINGS)),
                Arguments.of("no me avises de nada", ALL),
                Arguments.of("silencia todos los avisos", ALL),
                Arguments.of("no quiero avisos", Set.of()),
                Arguments.of("deja de avisarme", Set.of()));
    }

    static Stream<Arguments> wanted() {
        return Stream.of(
                Arguments.of("sí avísame de los cambios", Set.of(MOVES)),
                Arguments.of("avísame cuando cancelen", Set.of(CANCELLATIONS)),
                Arguments.of("avísame de citas nuevas otra vez", Set.of(NEW_BOOKINGS)),
                Arguments.of("quiero que me avises si reagendan", Set.of(MOVES)),
                Arguments.of("mándame la agenda diaria", Set.of(DAILY_SCHEDULE)),
                Arguments.of("mándame la agenda todos los días", Set.of(DAILY_SCHEDULE)),
                Arguments.of("quiero mi agenda por las mañanas", Set.of(DAILY_SCHEDULE)),
                Arguments.of("activa todos los avisos", ALL),
                Arguments.of("vuelve a avisarme de todo", ALL),
                Arguments.of("quiero los avisos", Set.of()));
    }

    @ParameterizedTest
    @MethodSource
    void muted(String words, Set<NoticeKind> kinds) {
        assertThat(NoticeWords.wanted(Plain.of(words))).contains(false);
        assertThat(NoticeWords.kinds(Plain.of(words))).isEqualTo(kinds);
    }

    @ParameterizedTest
    @MethodSource
    void wanted(String words, Set<NoticeKind> kinds) {
        assertThat(NoticeWords.wanted(Plain.of(words))).contains(true);
        assertThat(NoticeWords.kinds(Plain.of(words))).isEqualTo(kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"¿qué avisos tengo?", "cuáles avisos me llegan", "mis avisos", "avisos",
            "quiero ver mis notificaciones",
            "configurar avisos"})
    void asked(String words) {
        assertThat(NoticeWords.asks(Plain.of(words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"avísale a Paty que voy tarde", "mándame la agenda", "mándame la agenda del día", "¿qué tengo hoy?",
            "cancela la cita de Paty y no le avises", "cancela la de las 5", "baja el precio del corte", "quita la barba",
            "mueve la de las 11 a las 12", "no llegó Paty", "ya no viene Paty", "quiero ver la agenda de mañana",
            "dame la agenda de Beto", "cierra el lunes", "da de baja a Beto", "no me mandes al otro salón"})
    void notAboutNotices(String words) {
        assertThat(NoticeWords.wanted(Plain.of(words))).isEmpty();
        assertThat(NoticeWords.asks(Plain.of(words))).isFalse();
    }
}
