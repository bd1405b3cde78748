package mx.yume.whatsapp.simulator;

import java.util.Arrays;

import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/** What the trace calls things, in Spanish. What it does not know it leaves as it is: a trace is for reading, not for failing. */
final class TraceWords {

    private TraceWords() {}

    static String kind(String kind) {
        return switch (kind) {
            case "route" -> "Ruta";
            case "reading" -> "Lectura";
            case "tool" -> "Herramienta";
            case "flow" -> "Flujo";
            case "model" -> "Modelo";
            case "takeover" -> "Relevo";
            case "reply" -> "Respuesta";
            default -> kind;
        };
    }

    static String assistant(String assistant) {
        return switch (assistant) {
            case "guided" -> "guiada";
            case "model" -> "modelo";
            case "fixed" -> "texto fijo";
            default -> assistant;
        };
    }

    /** @param route the number of its case and its name */
    static String route(String route) {
        return switch (route.split(" ", 2)[0]) {
            case "1" -> "1 · Alta de negocio";
            case "2a" -> "2a · Gestión del negocio";
            case "2b" -> "2b · Varios negocios";
            case "3" -> "3 · Alta de personal";
            case "4" -> "4 · Gestión del negocio";
            case "5" -> "5 · Clientes";
            default -> route;
        };
    }

    /** @param flow its kind, an arrow, its state */
    static String flow(String flow) {
        var parts = flow.split(" → ", 2);
        var kind = Arrays.stream(FlowKind.values()).filter(known -> known.name().equals(parts[0])).findFirst();
        var state = Arrays.stream(FlowState.values()).filter(known -> parts.length == 2 && known.name().equals(parts[1]))
                .findFirst();
        return kind.isEmpty() || state.isEmpty() ? flow : word(kind.get()) + ": " + word(state.get());
    }

    private static String word(FlowKind kind) {
        return switch (kind) {
            case BOOKING -> "reserva";
            case MODIFY -> "cambio";
            case CANCEL -> "cancelación";
        };
    }

    private static String word(FlowState state) {
        return switch (state) {
            case INITIATED -> "empieza";
            case COLLECTING_SERVICE -> "falta el servicio";
            case COLLECTING_DATETIME, COLLECTING_NEW_DATETIME -> "falta la hora";
            case COLLECTING_STAFF_PREFERENCE -> "falta con quién";
            case COLLECTING_PERSONAL_INFO -> "falta el nombre";
            case IDENTIFYING_BOOKING -> "falta cuál cita";
            case SELECTING_MODIFICATION -> "falta qué cambiar";
            case CONFIRMING_SUMMARY, CONFIRMING_CANCELLATION -> "espera el sí";
            case CONFIRMED -> "hecha";
            case CANCELLED -> "cita cancelada";
            case DROPPED -> "abandonada";
        };
    }
}
