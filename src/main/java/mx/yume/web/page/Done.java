package mx.yume.web.page;

import java.util.Arrays;
import java.util.Optional;

/** What a page says was done after it comes back from a form. A closed list: an address cannot put words into our mouth. */
public enum Done {
    SAVED("guardado", "Listo, quedó guardado."), ADDED("agregado", "Listo, quedó agregado."), REMOVED("quitado",
            "Listo, se quitó."), BACK("activado", "Listo, ya está activo otra vez."), ORDERED("ordenado",
                    "Listo, así queda el orden."), BOOKED("agendada", "Listo, la cita quedó agendada."), MOVED("movida",
                            "Listo, la cita se movió y ya se avisó."), CANCELLED("cancelada",
                                    "La cita quedó cancelada y ya se avisó."), MARKED("marcada",
                                            "Listo, quedó anotado."), BLOCKED("bloqueado",
                                                    "Listo, ese tiempo quedó bloqueado."), UNBLOCKED("desbloqueado",
                                                            "Listo, ese tiempo ya está libre."), SENT("enviado",
                                                                    "Listo, ya va en camino por WhatsApp."), INVITED("invitado",
                                                                            "Listo, ya va la invitación por WhatsApp."), CLOSED(
                                                                                    "cerrada",
                                                                                    "Listo, esa sesión quedó cerrada."), ERASED(
                                                                                            "borrado",
                                                                                            "Listo, sus datos quedaron borrados."),
    /** The same form came twice: nothing was done a second time. */
    ALREADY("ya", "Eso ya estaba hecho.");

    private final String word;
    private final String sentence;

    Done(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    public String word() {
        return word;
    }

    String sentence() {
        return sentence;
    }

    /** Empty for whatever else an address says. */
    static String words(Optional<String> word) {
        return word.flatMap(it -> Arrays.stream(values()).filter(done -> done.word.equals(it)).findFirst())
                .map(Done::sentence).orElse("");
    }
}
