package mx.yume.customers;

/**
 * One of the things that WhatsApp knows somebody by.
 *
 * @param kind {@code phone} or {@code user_id}, as the database writes it
 */
record Identity(String kind, String value) {

    static final String PHONE = "phone";
    static final String USER_ID = "user_id";
}
