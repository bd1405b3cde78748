package mx.yume.scheduling.online;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import mx.yume.business.Business;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.scheduling.BookingRequest;

/**
 * What somebody wants to book on a page, before it is known that their phone is theirs.
 *
 * @param id of the form that asked: whoever knows it may go on with it
 * @param name as they typed it, 1 to 80 characters
 * @param price as they were shown it
 * @param origin of the appointment that will come of it, as the database writes it
 */
public record OnlineOrder(UUID id, String name, OnlineWish wish, Instant start, Money price, String origin) {

    public BookingRequest look(Business business) {
        return wish.look(business, start);
    }

    public BookingRequest request(Business business, PersonId customer) {
        return wish.request(business, Optional.of(customer), name, start);
    }

    /** The same at another time, for the price that was shown with it. */
    public OnlineOrder at(Instant other, Money shown) {
        return new OnlineOrder(id, name, wish, other, shown, origin);
    }

    /** The same once more, as another form. */
    public Draft again(UUID form) {
        return new Draft(form, name, wish, start, price);
    }

    /** As a form has it: of which origin its appointment will be, the business decides. */
    public record Draft(UUID id, String name, OnlineWish wish, Instant start, Money price) {

        public OnlineOrder of(String origin) {
            return new OnlineOrder(id, name, wish, start, price, origin);
        }
    }
}
