package mx.yume.web.conversations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.qute.TemplateData;
import mx.yume.conversation.Origin;
import mx.yume.conversation.chats.Chat;
import mx.yume.conversation.chats.ChatList;
import mx.yume.conversation.chats.ChatSummary;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Here;
import mx.yume.web.page.Phones;

/** What the pages of conversations show, in words. */
final class ChatViews {

    private ChatViews() {}

    /** @param person what is asked of a person, in words; empty for nothing */
    @TemplateData
    public record Row(String id, String who, String last, String when, boolean simulated, String person, boolean waiting,
            int failed) {}

    @TemplateData
    public record Listing(List<Row> rows, String before, String after) {

        public Listing {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param day before it, where another begins; empty else
     * @param note of what cannot be shown; empty else
     * @param state how far it got, with a sign and in words
     * @param again its id where it can be sent again; empty else
     */
    @TemplateData
    public record Bubble(String side, String day, String note, String body, List<String> offers, String time, String sign,
            String state, String why, String again) {

        public Bubble {
            offers = List.copyOf(offers);
        }
    }

    /**
     * @param customer the address of their own page
     * @param standing who answers, in words
     * @param waiting whether somebody waits for a person
     * @param mine whether whoever looks answers
     * @param takes whether they may take it now, and {@code gives}, give it back
     * @param earlier the address of what was said before; empty for none
     * @param latest whether the end of it is shown
     * @param mark of what is shown, for whoever follows it
     */
    @TemplateData
    public record Room(String id, String who, String phone, String customer, boolean simulated, String standing, String reason,
            boolean waiting, boolean mine, boolean takes, boolean gives, List<Bubble> bubbles, String earlier, boolean latest,
            String mark, Filled form, String once) {

        public Room {
            bubbles = List.copyOf(bubbles);
        }

        public String path() {
            return ChatPages.PATH + "/" + id;
        }
    }

    static Listing listing(ChatList.Page page, int number, ZoneId zone, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return new Listing(page.chats().stream().map(chat -> row(chat, zone, today)).toList(),
                number > 1 ? ChatPages.PATH + "?pagina=" + (number - 1) : "",
                page.more() ? ChatPages.PATH + "?pagina=" + (number + 1) : "");
    }

    private static Row row(ChatSummary chat, ZoneId zone, LocalDate today) {
        var at = chat.at().atZone(zone);
        var last = chat.inbound() ? said(chat.kind(), chat.last()) : "Yume: " + chat.last();
        return new Row(chat.id().toString(), who(chat.name(), chat.phone()), last,
                at.toLocalDate().equals(today) ? SpanishDates.time(at.toLocalTime()) : day(at.toLocalDate(), today),
                chat.origin() == Origin.SIMULATOR, !chat.asked() ? ""
                        : chat.by().map(name -> "Contesta " + name).orElse("Espera a una persona"),
                chat.asked() && chat.by().isEmpty(), chat.failed());
    }

    private static String said(String kind, String words) {
        var note = note(kind);
        return note.isEmpty() ? words : (note + " " + words).strip();
    }

    static Room room(Here here, Chat chat, boolean latest, String mark, Filled form, Instant now) {
        var zone = here.location().zone();
        var taker = chat.handoff().flatMap(Chat.Asked::by);
        boolean mine = taker.filter(by -> by.staff().equals(here.memberId())).isPresent();
        boolean open = chat.lastWrote().filter(at -> at.plus(Correspondents.WINDOW).isAfter(now)).isPresent();
        boolean waiting = chat.handoff().isPresent() && taker.isEmpty();
        return new Room(chat.id().toString(), who(chat.name(), chat.phone()), chat.phone().map(Phones::shown).orElse(""),
                "/tablero/clientes/" + chat.person(), chat.origin() == Origin.SIMULATOR, standing(chat, mine, open),
                chat.handoff().map(Chat.Asked::reason).orElse(""), waiting, mine, taker.isEmpty() && open, mine || waiting,
                bubbles(chat.lines(), zone, LocalDate.ofInstant(now, zone)), earlier(chat), latest, mark, form,
                UUID.randomUUID().toString());
    }

    private static String earlier(Chat chat) {
        return chat.earlier()
                ? "%s/%s?antes=%d".formatted(ChatPages.PATH, chat.id(), chat.lines().getFirst().at().toEpochMilli())
                : "";
    }

    private static String standing(Chat chat, boolean mine, boolean open) {
        if (mine) {
            return "Contestas tú. Yume está en silencio.";
        }
        if (chat.handoff().isPresent()) {
            return chat.handoff().flatMap(Chat.Asked::by).map(by -> "Contesta " + by.name() + ". Yume está en silencio.")
                    .orElse("Espera a que le conteste una persona.");
        }
        return open ? "Contesta Yume." : "Hace más de 24 horas que no escribe: WhatsApp ya no deja mandarle mensajes.";
    }

    private static List<Bubble> bubbles(List<Chat.Line> lines, ZoneId zone, LocalDate today) {
        var bubbles = new ArrayList<Bubble>();
        Optional<LocalDate> before = Optional.empty();
        for (var line : lines) {
            var at = line.at().atZone(zone);
            var day = Optional.of(at.toLocalDate());
            bubbles.add(bubble(line, day.equals(before) ? "" : day(at.toLocalDate(), today),
                    SpanishDates.time(at.toLocalTime())));
            before = day;
        }
        return bubbles;
    }

    private static Bubble bubble(Chat.Line line, String day, String time) {
        if (line.inbound()) {
            return new Bubble("in", day, note(line.kind()), line.body(), List.of(), time, "", "", "", "");
        }
        var failed = line.status().equals("failed");
        return new Bubble(failed ? "out bad" : "out", day, "", line.body(), line.options(), time, sign(line.status()),
                state(line.status()), failed ? FailureWords.of(line.error()) : "",
                failed && !line.over() ? line.message().map(UUID::toString).orElse("") : "");
    }

    private static String sign(String status) {
        return switch (status) {
            case "sent" -> "✓";
            case "delivered", "read" -> "✓✓";
            default -> "";
        };
    }

    private static String state(String status) {
        return switch (status) {
            case "pending" -> "por salir";
            case "sending" -> "saliendo";
            case "sent" -> "enviado";
            case "delivered" -> "entregado";
            case "read" -> "leído";
            case "failed" -> "falló";
            default -> "ya no se mandó";
        };
    }

    /** Of what came in and is no text. */
    private static String note(String kind) {
        return switch (kind) {
            case "image" -> "Mandó una foto.";
            case "audio" -> "Mandó una nota de voz.";
            case "video" -> "Mandó un video.";
            case "document" -> "Mandó un archivo.";
            case "sticker" -> "Mandó un sticker.";
            case "location" -> "Mandó su ubicación.";
            case "contacts" -> "Mandó un contacto.";
            case "reaction" -> "Reaccionó a un mensaje.";
            case "unknown" -> "Mandó algo que no se puede mostrar.";
            default -> "";
        };
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "Hoy";
        }
        return day.equals(today.minusDays(1)) ? "Ayer" : SpanishDates.date(day);
    }

    private static String who(Optional<String> name, Optional<PhoneNumber> phone) {
        return name.or(() -> phone.map(Phones::shown)).orElse("Sin nombre");
    }
}
