package mx.yume.scheduling;

import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.AppointmentFact.By;

/**
 * Who asks for a change, as the identity of the caller says and never an argument. What a staff member's permission allows was
 * asked at the door; here they speak for the business.
 */
public sealed interface Actor {

    /** Changes only their own, before it begins, and as customers may. */
    record Customer(PersonId person) implements Actor {}

    /**
     * Changes any of the organization's.
     *
     * @param tellsThem they tell the customer themselves, so nobody else does
     */
    record Staff(StaffId member, boolean tellsThem) implements Actor {

        public Staff(StaffId member) {
            this(member, false);
        }
    }

    /** Whether the appointment exists for them. */
    default boolean sees(Appointment appointment) {
        return switch (this) {
            case Customer(var person) -> appointment.of(person);
            case Staff _ -> true;
        };
    }

    /** Customers have no say in the rules. */
    default Terms terms(Terms wanted) {
        return switch (this) {
            case Customer _ -> Terms.ONLINE;
            case Staff _ -> wanted;
        };
    }

    default By by() {
        return switch (this) {
            case Customer _ -> By.CUSTOMER;
            case Staff _ -> By.BUSINESS;
        };
    }
}
