package mx.yume.assistant.model.toolbox;

import java.util.List;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/** What the model is told about the customer tools. Schemas are written out: nothing is read from methods by reflection. */
final class ToolSpecifications {

    static final String LIST_SERVICES = "list_services";
    static final String BUSINESS_INFO = "business_info";
    static final String CHECK_AVAILABILITY = "check_availability";
    static final String BOOK_APPOINTMENT = "book_appointment";
    static final String MY_APPOINTMENTS = "my_appointments";
    static final String RESCHEDULE_APPOINTMENT = "reschedule_appointment";
    static final String CANCEL_APPOINTMENT = "cancel_appointment";
    static final String UPDATE_MY_INFO = "update_my_info";
    static final String RATE_VISIT = "rate_visit";
    static final String JOIN_WAITLIST = "join_waitlist";
    static final String HANDOFF_TO_HUMAN = "handoff_to_human";

    private static final JsonArraySchema SERVICES = JsonArraySchema.builder()
            .description("Los servicios de una misma visita, cada uno como está en la lista; casi siempre uno")
            .items(JsonStringSchema.builder().build()).build();
    private static final String STAFF = "Nombre de quien atiende; solo si el cliente pidió a alguien";
    private static final String START = "Clave de una hora ofrecida (S1, S2…) o AAAA-MM-DDTHH:MM";
    private static final String APPOINTMENT = "Clave de la cita en my_appointments (C1, C2…)";

    private ToolSpecifications() {}

    static List<ToolSpecification> customer() {
        return List.of(
                tool(LIST_SERVICES, "Los servicios con duración y precio", object()),
                tool(BUSINESS_INFO, "Nombre, dirección, horario y quién atiende", object()),
                tool(CHECK_AVAILABILITY, "Horas libres para uno o varios servicios seguidos entre dos días, ambos incluidos",
                        object()
                                .addProperty("services", SERVICES)
                                .addStringProperty("from", "AAAA-MM-DD, o AAAA-MM-DDTHH:MM para empezar a cierta hora")
                                .addStringProperty("to", "AAAA-MM-DD, o AAAA-MM-DDTHH:MM para terminar a cierta hora")
                                .addStringProperty("staff", STAFF)
                                .required("services", "from", "to")),
                tool(BOOK_APPOINTMENT,
                        "Agenda una cita. La primera vez el sistema le enseña el resumen al cliente; cuando ya dijo"
                                + " que sí, la misma llamada la agenda",
                        object()
                                .addProperty("services", SERVICES)
                                .addStringProperty("start", START)
                                .addStringProperty("staff", STAFF)
                                .addStringProperty("customer_name", "A nombre de quién, si lo dijo en esta conversación")
                                .required("services", "start")),
                tool(MY_APPOINTMENTS, "Las próximas citas de este cliente", object()),
                tool(RESCHEDULE_APPOINTMENT,
                        "Cambia una cita: a otra hora, otros servicios u otra persona; lo que no se escribe se queda igual. La primera vez el sistema enseña el cambio; cuando el"
                                + " cliente ya dijo que sí, la misma llamada la cambia",
                        object()
                                .addStringProperty("appointment", APPOINTMENT)
                                .addStringProperty("new_start", START)
                                .addProperty("new_services", SERVICES)
                                .addStringProperty("new_staff", STAFF)
                                .required("appointment")),
                tool(CANCEL_APPOINTMENT,
                        "Cancela una cita. La primera vez el sistema pregunta; cuando el cliente ya dijo que sí,"
                                + " la misma llamada la cancela",
                        object()
                                .addStringProperty("appointment", APPOINTMENT)
                                .required("appointment")),
                tool(RATE_VISIT, "Guarda la calificación de la última visita del cliente, del 1 al 5, cuando la dijo", object()
                        .addIntegerProperty("rating", "Del 1 al 5")
                        .addStringProperty("comment", "Lo que dijo de la visita, con sus palabras")
                        .required("rating")),
                tool(JOIN_WAITLIST,
                        "Lo apunta en la lista de espera cuando no hay lugar. La primera vez el sistema pregunta; cuando el"
                                + " cliente ya dijo que sí, la misma llamada lo apunta",
                        object()
                                .addProperty("services", SERVICES)
                                .addStringProperty("from", "AAAA-MM-DD o AAAA-MM-DDTHH:MM")
                                .addStringProperty("to", "AAAA-MM-DD o AAAA-MM-DDTHH:MM, el último día u hora que le sirve")
                                .addStringProperty("staff", STAFF)
                                .addStringProperty("customer_name", "A nombre de quién, si lo dijo en esta conversación")
                                .required("services", "from", "to")),
                tool(HANDOFF_TO_HUMAN,
                        "Pasa la conversación a una persona del negocio: si la pide, o si se queja de algo que no puedes resolver",
                        object().addStringProperty("reason", "Qué necesita, en una frase").required("reason")),
                tool(UPDATE_MY_INFO, "Guarda cómo se llama el cliente, cuando lo dijo", object()
                        .addStringProperty("name", "Su nombre")
                        .required("name")));
    }

    private static ToolSpecification tool(String name, String description, JsonObjectSchema.Builder parameters) {
        return ToolSpecification.builder().name(name).description(description).parameters(parameters.build()).build();
    }

    private static JsonObjectSchema.Builder object() {
        return JsonObjectSchema.builder().additionalProperties(false);
    }
}
