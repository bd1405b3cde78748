package mx.yume.business.numbers;

import java.util.Optional;

import io.smallrye.mutiny.Uni;
import mx.yume.platform.PhoneNumber;

/** Gives businesses numbers of their own. A door implements it for each provider that can do so by itself. */
public interface NumberProvider {

    /** As the database writes it: twilio, meta or simulator. */
    String name();

    /**
     * A number for this business, empty when this provider has none for it now. Asked again, it may answer otherwise.
     *
     * @param last the highest that this provider has given to any business
     */
    Uni<Optional<PhoneNumber>> offer(NumberRequest request, Optional<PhoneNumber> last);
}
