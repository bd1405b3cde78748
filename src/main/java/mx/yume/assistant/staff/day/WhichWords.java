package mx.yume.assistant.staff.day;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.assistant.language.TimeReading;
import mx.yume.assistant.language.business.Phones;
import mx.yume.assistant.orders.Plain;
import mx.yume.business.StaffId;
import mx.yume.platform.PhoneNumber;

/** Reads which visit is meant: "la de las 11", "la de Paty de mañana", "la de Beto a las 4". Pure. */
public final class WhichWords {

    private static final SpanishReader READER = new SpanishReader();
    private static final Pattern OF_HOUR = Pattern.compile(
            "\\b(?:de|del|en) (la|las) (?=\\d|una\\b|dos\\b|tres\\b|cuatro\\b|cinco\\b"
                    + "|seis\\b|siete\\b|ocho\\b|nueve\\b|diez\\b|once\\b|doce\\b)|^(las|la) (?=\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH = Pattern.compile("\\bcon\\b", Pattern.CASE_INSENSITIVE);

    private WhichWords() {}

    public static Which read(String text, Lexicon lexicon) {
        var plainHours = OF_HOUR.matcher(text)
                .replaceAll(found -> "a " + (found.group(1) == null ? found.group(2) : found.group(1)) + " ");
        var reading = READER.read(plainHours, lexicon);
        var staff = staff(reading);
        var somebody = Somebody.in(text, lexicon);
        var staffNamed = staff.isPresent() && somebody.filter(name -> !named(staff.get(), name, lexicon)).isEmpty();
        return new Which(reading.day().filter(day -> day.from().equals(day.to())).map(day -> day.from()),
                reading.time().filter(TimeReading::exact).map(TimeReading::from),
                staffNamed ? Optional.empty() : somebody,
                Phones.in(text).stream().findFirst().map(PhoneNumber::e164),
                staffNamed || WITH.matcher(text).find() ? staff.map(StaffId::value) : Optional.<UUID>empty(), Optional.empty());
    }

    /** Whether the name that was said is that of this person of the staff, or what they are called. */
    private static boolean named(StaffId staff, String name, Lexicon lexicon) {
        return lexicon.staff().stream().filter(member -> member.id().equals(staff))
                .anyMatch(member -> Plain.of(member.name()).startsWith(Plain.of(name)))
                || called(name, lexicon).filter(staff::equals).isPresent();
    }

    /** Who of the staff is named, whatever stands before the name: "agenda de Ana", "bloquea a Beto". */
    public static Optional<StaffId> member(String text, Lexicon lexicon) {
        return staff(READER.read(text, lexicon)).or(() -> Somebody.in(text, lexicon).flatMap(name -> called(name, lexicon)));
    }

    private static Optional<StaffId> called(String name, Lexicon lexicon) {
        return staff(READER.read("con " + name, lexicon));
    }

    private static Optional<StaffId> staff(Reading reading) {
        return reading.staff().filter(Mention::certain).map(mention -> mention.candidates().getFirst());
    }
}
