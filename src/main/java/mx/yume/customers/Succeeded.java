package mx.yume.customers;

import java.util.Set;

/** What came of a {@link Succession}. */
public sealed interface Succeeded {

    /**
     * They are who they were, under what they are known by now.
     *
     * @param userIds that WhatsApp knew them by before
     */
    record Moved(PersonId person, Set<String> userIds) implements Succeeded {

        public Moved {
            userIds = Set.copyOf(userIds);
        }
    }

    /** Nobody here is known by the old ones. */
    record Unknown() implements Succeeded {}

    /** The new phone or user id is somebody else's already: nothing is merged. */
    record Taken() implements Succeeded {}

    /** The old phone is one person's, the old user id another's: nothing is merged. */
    record TwoPeople() implements Succeeded {}

    /** The same event was heard before. */
    record Repeated() implements Succeeded {}
}
