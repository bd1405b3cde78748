package mx.yume.customers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import mx.yume.platform.PhoneNumber;

/**
 * What WhatsApp tells of somebody who goes on under another phone, another user id or both.
 *
 * @param newPhone empty where only the user id changed, or the phone is not told
 */
public record Succession(Optional<PhoneNumber> oldPhone, Optional<String> oldUserId, Optional<PhoneNumber> newPhone,
        Optional<String> newUserId) {

    /** What they are known by from now on. */
    List<Identity> now() {
        return Stream.concat(newPhone.map(it -> new Identity(Identity.PHONE, it.e164())).stream(),
                newUserId.map(it -> new Identity(Identity.USER_ID, it)).stream()).toList();
    }

    /** The same, with what they were known by where it was not told. */
    Succession from(List<Identity> known) {
        return new Succession(oldPhone.or(() -> value(known, Identity.PHONE).map(PhoneNumber::new)),
                oldUserId.or(() -> value(known, Identity.USER_ID)), newPhone, newUserId);
    }

    private static Optional<String> value(List<Identity> known, String kind) {
        return known.stream().filter(it -> it.kind().equals(kind)).map(Identity::value).findFirst();
    }
}
