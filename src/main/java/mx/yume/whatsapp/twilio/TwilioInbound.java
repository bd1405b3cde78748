package mx.yume.whatsapp.twilio;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Sender;
import mx.yume.conversation.media.MediaReference;
import mx.yume.platform.PhoneNumber;

/** Reads what Twilio delivers: one message per request. */
final class TwilioInbound {

    sealed interface Read {

        record Message(InboundMessage message) implements Read {}

        record Unreadable(String reason) implements Read {}
    }

    private static final String WHATSAPP = "whatsapp:";
    private static final int MAX_ID = 256;
    private static final Pattern PHONE = Pattern.compile("\\s*\\+?[\\d\\s().-]{8,30}");
    /** Meta's business-scoped user id: a country, a dot, up to 128 letters and digits. */
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,125}");

    private TwilioInbound() {}

    static Read read(TwilioForm form, byte[] raw) {
        var id = form.value("MessageSid").or(() -> form.value("SmsMessageSid")).filter(TwilioInbound::canBeId);
        if (id.isEmpty()) {
            return new Read.Unreadable("no MessageSid");
        }
        var receivedBy = form.value("To").flatMap(TwilioInbound::phone);
        if (receivedBy.isEmpty()) {
            return new Read.Unreadable("To is not a phone");
        }
        var sender = sender(form);
        if (sender.isEmpty()) {
            return new Read.Unreadable("From is neither a phone nor a user id");
        }
        var kind = kind(form);
        return new Read.Message(new InboundMessage(ChannelName.TWILIO, Origin.REAL, id.get(), receivedBy.get().e164(),
                sender.get(), kind, body(form, kind), choice(form),
                MediaReference.of(form.value("MediaUrl0"), form.value("MediaContentType0")), raw));
    }

    private static boolean canBeId(String id) {
        return id.length() <= MAX_ID && id.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static Optional<Sender> sender(TwilioForm form) {
        var address = form.value("From");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var userId = address.map(TwilioInbound::bare).filter(bare -> USER_ID.matcher(bare).matches());
        var phone = address.flatMap(TwilioInbound::phone).or(() -> form.value("WaId").flatMap(TwilioInbound::phone));
        if (phone.isEmpty() && userId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sender(phone, userId, address.get(), form.value("ProfileName")));
    }

    private static Optional<PhoneNumber> phone(String address) {
        var bare = bare(address);
        return PHONE.matcher(bare).matches() ? PhoneNumber.parse(bare) : Optional.empty();
    }

    private static String bare(String address) {
        return address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
    }

    private static InboundKind kind(TwilioForm form) {
        if (choice(form).isPresent()) {
            return InboundKind.CHOICE;
        }
        if (form.value("MediaContentType0").isPresent()) {
            return media(form.value("MediaContentType0").get());
        }
        if (form.has("Latitude") && form.has("Longitude")) {
            return InboundKind.LOCATION;
        }
        return switch (form.value("MessageType").orElse("text")) {
            case "reaction" -> InboundKind.REACTION;
            case "contacts" -> InboundKind.CONTACTS;
            case "sticker" -> InboundKind.STICKER;
            default -> form.has("Body") && noMedia(form) ? InboundKind.TEXT : InboundKind.UNKNOWN;
        };
    }

    private static boolean noMedia(TwilioForm form) {
        return form.value("NumMedia").orElse("0").equals("0");
    }

    private static InboundKind media(String contentType) {
        var type = contentType.split(";", 2)[0].strip();
        return switch (type) {
            case "image/webp" -> InboundKind.STICKER;
            case "text/vcard", "text/x-vcard" -> InboundKind.CONTACTS;
            default -> switch (type.split("/", 2)[0]) {
                case "image" -> InboundKind.IMAGE;
                case "audio" -> InboundKind.AUDIO;
                case "video" -> InboundKind.VIDEO;
                case "application", "text" -> InboundKind.DOCUMENT;
                default -> InboundKind.UNKNOWN;
            };
        };
    }

    private static Optional<String> choice(TwilioForm form) {
        return form.value("ButtonPayload").or(() -> form.value("ListId")).or(() -> form.value("ButtonText"));
    }

    private static String body(TwilioForm form, InboundKind kind) {
        var written = form.value("Body");
        return switch (kind) {
            case CHOICE -> form.value("ButtonText").or(() -> form.value("ListTitle")).or(() -> written).orElse("");
            case LOCATION -> written.orElseGet(() -> Stream.of("Label", "Address", "Latitude", "Longitude")
                    .flatMap(name -> form.value(name).stream()).collect(Collectors.joining(", ")));
            case TEXT, IMAGE, AUDIO, VIDEO, DOCUMENT, STICKER, CONTACTS, REACTION, UNKNOWN -> written.orElse("");
        };
    }
}
