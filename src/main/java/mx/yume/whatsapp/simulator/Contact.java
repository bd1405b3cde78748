package mx.yume.whatsapp.simulator;

import java.util.Arrays;
import java.util.stream.Collectors;

import mx.yume.platform.PhoneNumber;

/**
 * Someone on the page: a person to be, or a business to write to.
 *
 * @param note who they are, in a word or two
 * @param colour of the avatar, a class of the style sheet
 */
public record Contact(String name, String note, PhoneNumber phone, String colour) {

    /** For addresses of pages: a plus sign there would mean a space. */
    public String digits() {
        return phone.e164().substring(1);
    }

    /** As Mexicans write it when it is Mexican, else as it is. */
    public String written() {
        var e164 = phone.e164();
        return e164.length() == 13 && e164.startsWith("+52")
                ? "+52 %s %s %s".formatted(e164.substring(3, 5), e164.substring(5, 9), e164.substring(9))
                : e164;
    }

    public String initials() {
        return Arrays.stream(name.split(" ")).filter(word -> !word.isEmpty()).limit(2).map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
