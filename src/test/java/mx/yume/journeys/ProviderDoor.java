package mx.yume.journeys;

/** The door of a real provider: it tells addresses in its own form, and messages that went out may be refused. */
interface ProviderDoor extends Door {

    /** The same as {@code deliver}, from whatever address the provider would write. */
    int deliverFrom(String address, String id, String text);

    /** How the provider writes the phone of somebody with a Mexican mobile: with the 1 that WhatsApp puts before it. */
    String phone(String number);

    /** The phone without that 1. */
    String plainPhone(String number);

    /** How the provider writes somebody of whom it tells a business-scoped user id alone. */
    String userId(String id);

    /** As the database writes it. */
    String channel();
}
