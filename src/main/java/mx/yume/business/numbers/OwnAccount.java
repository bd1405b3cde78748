package mx.yume.business.numbers;

/**
 * An account of the business's own at a provider, and what opens it.
 *
 * @param id a WhatsApp Business Account of Meta's, or the sid of Twilio's sub-account
 */
public record OwnAccount(String id, String token) {

    /** So that it gets into no log by accident. */
    @Override
    public String toString() {
        return "OwnAccount " + id;
    }
}
