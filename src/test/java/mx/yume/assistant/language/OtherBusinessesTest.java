package mx.yume.assistant.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.yume.business.Hours;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;

/** The same words at businesses that sell other things, with other people and other hours. */
class OtherBusinessesTest {
    private final SpanishReader reader = new SpanishReader();

    @Test
    void whatIsEquallyNearIsAQuestion() {
        Lexicon barbershop = selling("Corte caballero", "Corte niño", "Corte y barba", "Barba");

        assertThat(read("un corte", barbershop)).isEqualTo("services=Corte caballero/Corte niño");
        assertThat(read("corte de niño", barbershop)).isEqualTo("services=Corte niño");
        assertThat(read("corte para caballero", barbershop)).isEqualTo("services=Corte caballero");
        assertThat(read("corte y barba", barbershop)).isEqualTo("services=Corte y barba");
    }

    @Test
    void twoServicesAreOneOnlyWhereTheyAreSoldAsOne() {
        assertThat(read("corte y barba", selling("Corte", "Barba"))).isEqualTo("services=Corte; Barba");
        assertThat(read("manicure y pedicure", selling("Manicure y pedicure", "Manicure")))
                .isEqualTo("services=Manicure y pedicure");
        assertThat(read("mani pedi", selling("Mani-Pedi"))).isEqualTo("services=Mani-Pedi");
        assertThat(read("corte de barba", selling("Corte y barba"))).isEqualTo("services=Corte y barba");
    }

    @Test
    void theBareWordIsPreferredToItsElaborations() {
        assertThat(read("corte", selling("Corte", "Corte de cabello con lavado"))).isEqualTo("services=Corte");
        assertThat(read("un facial", selling("Facial hidratante", "Facial de oro")))
                .isEqualTo("services=Facial hidratante/Facial de oro");
        assertThat(read("facial hidratante", selling("Facial hidratante", "Facial de oro")))
                .isEqualTo("services=Facial hidratante");
    }

    @Test
    void nailsAreWhateverTheHouseDoesToThem() {
        assertThat(read("uñas", selling("Uñas acrílicas", "Corte"))).isEqualTo("services=Uñas acrílicas");
        assertThat(read("uñas acrílicas", selling("Uñas acrílicas", "Manicure"))).isEqualTo("services=Uñas acrílicas");
        assertThat(read("unas acrilicas", selling("Uñas acrílicas", "Manicure"))).isEqualTo("services=Uñas acrílicas");
        assertThat(read("uñas", selling("Corte", "Barba"))).isEqualTo("-");
    }

    @Test
    void wordsOfAServiceAreCorrectedToo() {
        Lexicon spa = selling("Masaje relajante", "Depilación de ceja", "Microblading");

        assertThat(read("un mazaje", spa)).isEqualTo("services=Masaje relajante");
        assertThat(read("depilacion", spa)).isEqualTo("services=Depilación de ceja");
        assertThat(read("depilarme la ceja", spa)).isEqualTo("services=Depilación de ceja");
        assertThat(read("micoblading", spa)).isEqualTo("services=Microblading");
    }

    @Test
    void twoPeopleOfOneNameAreAQuestionUntilTheSurnameIsSaid() {
        Lexicon two = with("Ana López", "Ana Ruiz", "José Alberto Díaz");

        assertThat(read("con ana", two)).isEqualTo("staff=Ana López/Ana Ruiz");
        assertThat(read("con ana ruiz", two)).isEqualTo("staff=Ana Ruiz");
        assertThat(read("con pepe", two)).isEqualTo("staff=José Alberto Díaz");
        assertThat(read("con ana mañana", two)).isEqualTo("staff=Ana López/Ana Ruiz | day=2027-01-14");
    }

    @Test
    void aNameThatIsAnEverydayWordNeedsToBeAskedFor() {
        Lexicon words = with("Sol", "Vale", "Domingo", "Luz");

        assertThat(read("con Sol", words)).isEqualTo("staff=Sol");
        assertThat(read("vale", words)).isEqualTo("answer=YES");
        assertThat(read("con vale", words)).isEqualTo("staff=Vale");
        assertThat(read("el domingo", words)).isEqualTo("day=2027-01-17");
        assertThat(read("con domingo el lunes", words)).isEqualTo("staff=Domingo | day=2027-01-18");
    }

    @Test
    void aBusinessWithNobodyAndNothingStillReadsTheRest() {
        Lexicon empty = new Lexicon(SalonLupita.lexicon().now(), List.of(), List.of(), new WeeklyHours(Map.of()));

        assertThat(read("corte con ana mañana a las 5", empty)).isEqualTo("day=2027-01-14 | time=17:00");
        assertThat(read("a las 9", empty)).isEqualTo("time=09:00");
        assertThat(read("hoy", empty)).isEqualTo("day=2027-01-13");
        assertThat(read("el miércoles", empty)).isEqualTo("day=2027-01-20");
    }

    @Test
    void bareHoursFollowTheHoursOfTheDayThatIsMeant() {
        WeeklyHours early = new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of(hours("06:00", "12:00")), DayOfWeek.TUESDAY,
                List.of(hours("13:00", "22:00"))));

        assertThat(read("lunes a las 7", open(early))).endsWith("time=07:00");
        assertThat(read("martes a las 7", open(early))).endsWith("time=19:00");
        assertThat(read("martes a las 9", open(early))).endsWith("time=21:00");
        assertThat(read("a las 7", open(early))).isEqualTo("time=19:00");
        assertThat(read("lunes a las 4", open(early))).endsWith("time=16:00");
    }

    @Test
    void hoursPastMidnightBelongToTheNightBefore() {
        WeeklyHours nights = new WeeklyHours(Map.of(DayOfWeek.FRIDAY, List.of(hours("20:00", "03:00"))));

        assertThat(read("sábado a las 2", open(nights))).endsWith("time=02:00");
        assertThat(read("viernes a las 11", open(nights))).endsWith("time=23:00");
        assertThat(read("viernes a las 12 de la noche", open(nights))).endsWith("time=00:00");
    }

    private String read(String text, Lexicon lexicon) {
        return Readings.written(reader.read(text, lexicon), lexicon);
    }

    private static Hours hours(String opens, String closes) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Lexicon selling(String... names) {
        return lexicon(SalonLupita.services(names), SalonLupita.STAFF);
    }

    private static Lexicon with(String... names) {
        return lexicon(SalonLupita.SERVICES, SalonLupita.staff(names));
    }

    private static Lexicon lexicon(List<Service> services, List<StaffMember> staff) {
        return new Lexicon(SalonLupita.lexicon().now(), services, staff, SalonLupita.HOURS);
    }

    private static Lexicon open(WeeklyHours hours) {
        return new Lexicon(SalonLupita.lexicon().now(), SalonLupita.SERVICES, SalonLupita.STAFF, hours);
    }
}
