package mx.yume.whatsapp.twilio;

import java.util.Map;

/** What Twilio's error codes mean for a message, whether they come as an answer or in a report (twilio.com/docs/api/errors). */
enum TwilioError {
    /** Free text is not taken any more: only an approved template is. */
    WINDOW_CLOSED,
    /** Too much at once, or something at the provider that passes. */
    LATER,
    /** The number cannot send until somebody connects it again. */
    DISCONNECTED,
    /** This message to this person will never be accepted. */
    FINAL,
    /** The content it names, or what was filled into it, is not taken: the same said as plain text may be. */
    CONTENT;

    private static final Map<Integer, TwilioError> CODES = Map.ofEntries(
            // More than 24 hours since they wrote.
            Map.entry(63016, WINDOW_CLOSED),
            // Calls to the API; a queue that is full; messages waiting for one sender; the channel's rate and daily limit; the channel's
            // own failures.
            Map.entry(20429, LATER), Map.entry(30001, LATER), Map.entry(21611, LATER), Map.entry(63018, LATER),
            Map.entry(63038, LATER), Map.entry(20500, LATER), Map.entry(20503, LATER), Map.entry(63010, LATER),
            Map.entry(63012, LATER),
            // Credentials; an account that was closed or suspended; a sender that is not ours, not approved, or taken away.
            Map.entry(20003, DISCONNECTED), Map.entry(20005, DISCONNECTED), Map.entry(30002, DISCONNECTED),
            Map.entry(21606, DISCONNECTED), Map.entry(21660, DISCONNECTED), Map.entry(63001, DISCONNECTED),
            Map.entry(63002, DISCONNECTED), Map.entry(63007, DISCONNECTED), Map.entry(63020, DISCONNECTED),
            Map.entry(63112, DISCONNECTED),
            // A number that is none, cannot be reached, is not on WhatsApp; somebody who told Twilio to stop.
            Map.entry(21211, FINAL), Map.entry(21614, FINAL), Map.entry(63003, FINAL), Map.entry(63024, FINAL),
            Map.entry(21610, FINAL),
            // A ContentSid that is gone, variables that are not taken or too long.
            Map.entry(21655, CONTENT), Map.entry(21656, CONTENT), Map.entry(21658, CONTENT));

    /** A code that is not known is final: its row shows it. */
    static TwilioError of(int code) {
        return CODES.getOrDefault(code, FINAL);
    }

    static boolean known(int code) {
        return CODES.containsKey(code);
    }
}
