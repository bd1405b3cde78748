package mx.yume.whatsapp.twilio;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.DeliveryReport.State;

/** Reads how far a message has come, as callbacks and the message log write it. */
final class TwilioStatus {

    private static final Pattern CODE = Pattern.compile("\\d{1,9}");

    private TwilioStatus() {}

    /**
     * @param row our own id of the message, where Twilio hands it back
     * @return empty for what the acceptance said already: accepted, queued, sending, scheduled and whatever comes next
     */
    static Optional<DeliveryReport> read(String sid, Optional<UUID> row, String status, Optional<String> errorCode) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "sent" -> Optional.of(DeliveryReport.of(ChannelName.TWILIO, sid, row, State.SENT));
            case "delivered" -> Optional.of(DeliveryReport.of(ChannelName.TWILIO, sid, row, State.DELIVERED));
            case "read" -> Optional.of(DeliveryReport.of(ChannelName.TWILIO, sid, row, State.READ));
            case "failed", "undelivered" -> {
                var meaning = errorCode.filter(code -> CODE.matcher(code).matches())
                        .map(code -> TwilioError.of(Integer.parseInt(code))).orElse(TwilioError.FINAL);
                yield Optional.of(new DeliveryReport(ChannelName.TWILIO, sid, row, State.FAILED, errorCode,
                        meaning == TwilioError.WINDOW_CLOSED, meaning == TwilioError.LATER));
            }
            default -> Optional.empty();
        };
    }
}
