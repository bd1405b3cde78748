package mx.yume.customers;

/**
 * One of the things that WhatsApp knows somebody by.
 *
 * @param kind {@code phone} or {@code user_id}, as the database writes it
 */
public record Identity(String kind, String value) {

    public static final String PHONE = "phone";
    public static final String USER_ID = "user_id";
}
