package mx.yume.whatsapp.simulator;

import java.util.Arrays;
import java.util.Optional;

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
            case "voice" -> "Nota de voz";
            case "takeover" -> "Relevo";
            case "handoff" -> "Con una persona";
            case "refused" -> "Rechazado";
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

    static String attended(Optional<String> by) {
        return by.map(name -> "👤 Atiende " + name).orElse("👤 Espera a una persona");
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
            case MODIFY, MOVE_FOR_CUSTOMER -> "cambio";
            case CANCEL, CANCEL_FOR_CUSTOMER -> "cancelación";
            case RATING -> "calificación";
            case WAITLIST -> "lista de espera";
            case BUSINESS_ONBOARDING -> "alta del negocio";
            case STAFF_ONBOARDING -> "alta de personal";
            case BLOCK_TIME -> "bloqueo";
            case UNBLOCK_TIME -> "desbloqueo";
            case WALK_IN -> "llegada sin cita";
            case ATTENDANCE -> "asistencia";
            case MESSAGE_CUSTOMER -> "mensaje a cliente";
            case CHANGE_HOURS -> "cambio de horario";
            case ADD_SERVICE -> "servicio nuevo";
            case CHANGE_SERVICE_DURATION -> "cambio de duración";
            case CHANGE_PRICE -> "cambio de precio";
            case REMOVE_SERVICE -> "baja de servicio";
            case ADD_STAFF -> "persona nueva";
            case REMOVE_STAFF -> "baja de personal";
            case CHANGE_PERMISSION -> "cambio de permiso";
            case CHANGE_NOTICES -> "cambio de avisos";
            case RELAY -> "conversación con una persona";
        };
    }

    private static String word(FlowState state) {
        return switch (state) {
            case INITIATED, PROMPTED -> "empieza";
            case COLLECTING_SERVICE, COLLECTING_NEW_SERVICE -> "falta el servicio";
            case COLLECTING_DATETIME, COLLECTING_NEW_DATETIME, COLLECTING_TIME_RANGE -> "falta la hora";
            case COLLECTING_DATE_RANGE -> "falta el día";
            case COLLECTING_STAFF_PREFERENCE, COLLECTING_NEW_STAFF -> "falta con quién";
            case COLLECTING_PERSONAL_INFO, COLLECTING_NAME -> "falta el nombre";
            case IDENTIFYING_BOOKING -> "falta cuál cita";
            case SELECTING_MODIFICATION -> "falta qué cambiar";
            case CONFIRMING_SUMMARY, CONFIRMING_CANCELLATION, CONFIRMING -> "espera el sí";
            case COLLECTING_RATING -> "falta la calificación";
            case COLLECTING_FEEDBACK -> "espera un comentario";
            case COLLECTING_BUSINESS_INFO -> "faltan los datos del negocio";
            case COLLECTING_SERVICES -> "faltan los servicios";
            case COLLECTING_HOURS, COLLECTING_AVAILABILITY -> "falta el horario";
            case COLLECTING_STAFF -> "falta quién";
            case PROVISIONING_NUMBER -> "espera su número";
            case SHOWING_TUTORIAL -> "explicación";
            case COLLECTING_REASON -> "falta el motivo";
            case COLLECTING_DURATION -> "falta la duración";
            case COLLECTING_PRICE -> "falta el precio";
            case COLLECTING_PHONE -> "falta el teléfono";
            case COLLECTING_PERMISSION -> "falta el permiso";
            case COLLECTING_CUSTOMER -> "falta el cliente";
            case COLLECTING_TEXT -> "falta el texto";
            case RELAYING -> "contesta una persona";
            case CONFIRMED, SUBMITTED, COMPLETED -> "hecha";
            case CANCELLED -> "cita cancelada";
            case DROPPED -> "abandonada";
            case EXPIRED -> "vencida";
        };
    }
}
