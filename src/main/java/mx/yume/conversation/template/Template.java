package mx.yume.conversation.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The templates of WhatsApp that Yume sends (SPEC 8), defined here once: what is submitted to Meta and to Twilio, and what is sent, is
 * made from this. All are in es_MX, and of the category "utility"
 * but for the one that carries a code. Meta's rules: no variable at the beginning or the end, none beside
 * another, values of one line, three quick replies of 25 characters at most that keep our own bound of 20.
 */
public enum Template {

    APPOINTMENT_CONFIRMATION("""
            ✅ Tu cita en {{business}} quedó agendada: {{service}} con {{staff}}, {{when}}. \
            Si necesitas cambiarla, responde a este mensaje."""),

    /** What owners and staff hear of the agenda. */
    STAFF_NOTICE("🔔 Aviso de {{business}}: {{notice}}. Para ver la agenda, responde a este mensaje."),

    APPOINTMENT_CHANGED("""
            🔁 {{business}} cambió tu cita de {{service}}, con {{staff}}. Antes: {{before}}. Ahora: {{when}}. \
            Si no te queda, responde a este mensaje y buscamos otra hora."""),

    APPOINTMENT_CANCELLED("""
            ❌ {{business}} tuvo que cancelar tu cita de {{service}}. Era: {{when}}. \
            Si quieres otra, responde a este mensaje y la agendamos."""),

    APPOINTMENT_REMINDER("📅 Te esperamos en {{business}}: {{service}} con {{staff}}, {{when}}. ¿Nos confirmas?",
            "Confirmar", "Reagendar", "Cancelar"),

    DAILY_SCHEDULE("☀️ Tu día en {{business}}, {{day}}: {{schedule}}. Para verlo completo, responde “agenda”."),

    REVIEW_REQUEST("""
            ⭐ ¿Cómo te fue con tu cita de {{service}} en {{business}}? \
            Responde con un número del 1 al 5, donde 5 es excelente."""),

    STAFF_WELCOME("""
            👋 Hola, {{name}}: te agregaron al equipo de {{business}} en Yume. \
            Responde “hola” a este mensaje para darte de alta y ver tu agenda."""),

    /** A link cannot be an authentication template. */
    MAGIC_LINK("""
            🔑 Tu link de Yume: {{link}} Dura 10 minutos y funciona una sola vez. \
            No lo compartas: quien lo abra entra como tú."""),

    WAITLIST_SLOT(
            "🎉 Se liberó un lugar en {{business}}: {{service}}, {{when}}, con {{staff}}. Te lo guardo {{left}}. ¿Lo quieres?",
            "Sí, lo quiero", "No, gracias"),

    /** The words are Meta's: of a code it takes no others, and a button that copies it. */
    BOOKING_CODE(Category.AUTHENTICATION, "{{code}} es tu código de verificación. Por tu seguridad, no lo compartas.");

    /** For what it is sent, as Meta and Twilio name it. */
    public enum Category {
        UTILITY,
        /** Nothing but a code. */
        AUTHENTICATION
    }

    /** Meta's bound of a body is 1,024 characters, variables filled in. */
    public static final int MOST = 1024;
    public static final String LANGUAGE = "es_MX";

    /** How long a code is good for, as the provider writes it below. */
    public static final int CODE_MINUTES = 10;
    /** What the button under a code is called. */
    public static final String COPY = "Copiar código";

    private static final int LONGEST_VALUE = 600;
    /** Kept free for each that comes after: a date and time, a full name. */
    private static final int LEAST_VALUE = 60;
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
    /** Tabs, and more than four spaces in a row: Meta refuses either (132000s). */
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Category category;
    private final String body;
    // List.of gives one that cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> buttons;

    Template(String body, String... buttons) {
        this(Category.UTILITY, body, buttons);
    }

    Template(Category category, String body, String... buttons) {
        this.category = category;
        this.body = body;
        this.buttons = List.of(buttons);
    }

    public Category category() {
        return category;
    }

    /** Whether its words are the provider's own, and only the code is ours. */
    public boolean carriesACode() {
        return category == Category.AUTHENTICATION;
    }

    /** As providers know it: appointment_reminder. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As providers write it; empty for what is not ours, or not any more. */
    public static Optional<Template> ofId(String id) {
        return Arrays.stream(values()).filter(template -> template.id().equals(id)).findFirst();
    }

    /** With {{variables}}. */
    public String body() {
        return body;
    }

    /** Titles of the quick replies, in order. */
    public List<String> buttons() {
        return buttons;
    }

    /** The names of the variables, in the order in which they first stand in the body. */
    public List<String> variables() {
        var names = new LinkedHashSet<String>();
        VARIABLE.matcher(body).results().forEach(found -> names.add(found.group(1)));
        return List.copyOf(names);
    }

    /** The values as they may be sent: of every variable and no other, one line each, and not so long that the body would be. */
    public Map<String, String> fitting(Map<String, String> values) {
        if (!values.keySet().equals(new LinkedHashSet<>(variables()))) {
            throw new IllegalArgumentException(id() + " takes " + variables() + ", not " + values.keySet());
        }
        var fitting = new LinkedHashMap<String, String>();
        int room = MOST - VARIABLE.matcher(body).replaceAll("").length();
        int others = values.size() - 1;
        for (var name : variables()) {
            var most = Math.min(LONGEST_VALUE, room - others-- * LEAST_VALUE);
            var value = abridged(oneLine(values.getOrDefault(name, "")), most);
            room -= value.length();
            fitting.put(name, value);
        }
        return fitting;
    }

    /** The text as a person reads it. */
    public String filled(Map<String, String> values) {
        return VARIABLE.matcher(body).replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    /** Of everything that is submitted: another text has to be approved anew. */
    public String contentHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((LANGUAGE + "\n" + body + "\n" + String.join("\n", buttons)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** A value that is empty would be refused (131008). */
    private static String oneLine(String value) {
        var line = SPACES.matcher(LINE_BREAK.matcher(value.strip()).replaceAll(" · ")).replaceAll(" ");
        return line.isEmpty() ? "–" : line;
    }

    private static String abridged(String value, int most) {
        if (value.length() <= most) {
            return value;
        }
        int end = Math.max(0, most - 1);
        return value.substring(0, end > 0 && Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
