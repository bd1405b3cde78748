package mx.yume.web.page;

import mx.yume.platform.PhoneNumber;

/** Phones as people read them. */
public final class Phones {

    private Phones() {}

    /** "55 1111 0001" in Mexico, in full elsewhere. */
    public static String shown(PhoneNumber phone) {
        var e164 = phone.e164();
        return e164.startsWith("+52") && e164.length() == 13
                ? "%s %s %s".formatted(e164.substring(3, 5), e164.substring(5, 9), e164.substring(9))
                : e164;
    }
}
