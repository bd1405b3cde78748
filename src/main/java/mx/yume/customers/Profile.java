package mx.yume.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/**
 * Somebody as the business looks at them.
 *
 * @param profileName what WhatsApp shows of them: a hint, never their name
 * @param identities what WhatsApp knows them by, the newest first
 * @param known since when
 * @param erased when their data was erased; then there is nothing else of them
 * @param version of their name
 * @param note what the business remembers; empty for nothing
 * @param noteVersion 0 as long as nobody noted anything
 */
public record Profile(PersonId id, Optional<String> name, Optional<String> profileName, List<Identity> identities,
        Optional<Instant> nameConfirmed, boolean optedOut, Instant known, Optional<Instant> erased, int version, String note,
        int noteVersion) {

    /** Instead of the name of whoever was erased. */
    public static final String ERASED = "Cliente borrado";

    public Profile {
        identities = List.copyOf(identities);
    }

    public Optional<PhoneNumber> phone() {
        return identities.stream().filter(it -> it.kind().equals(Identity.PHONE)).findFirst()
                .map(it -> new PhoneNumber(it.value()));
    }
}
