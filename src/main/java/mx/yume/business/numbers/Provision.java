package mx.yume.business.numbers;

import java.util.Optional;
import java.util.UUID;

import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/**
 * A business that waits for its number.
 *
 * @param business what it is called
 * @param attempt names what is bought for it at the provider; another one each time that it is asked for anew
 * @param provider who took the first step, as the database writes it
 * @param last the highest that any business has of the provider: for those that give them in order
 */
public record Provision(OrganizationId organization, String business, NumberRequest request, UUID attempt,
        Optional<String> provider, Progress progress, Optional<PhoneNumber> last) {

    public NumberState state() {
        return progress.state();
    }

    /** The number that it is about; there is one from the choice on. */
    public Held held() {
        return progress.held().orElseThrow();
    }

    Provision with(Optional<PhoneNumber> highest) {
        return new Provision(organization, business, request, attempt, provider, progress, highest);
    }
}
