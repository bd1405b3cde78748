package mx.yume.scheduling.stats;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.premises.LocationDraft;
import mx.yume.business.premises.Locations;
import mx.yume.business.premises.PremisesOutcome.LocationDone;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.stats.Report.Day;
import mx.yume.scheduling.stats.Report.Hour;
import mx.yume.scheduling.stats.Report.Line;
import mx.yume.testing.SalonLupita;

/** What the figures of a period say of what is in the books. */
class ReportsTest extends AtTheCounter {

    private static final ZoneId MEXICO_CITY = ZoneId.of("America/Mexico_City");
    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
    private static final LocalDate SUNDAY = LocalDate.of(2027, 1, 10);

    @Test
    void ofAnEmptyPeriodThereIsEveryDayAndNothingElse() {
        var report = report(MONDAY, SUNDAY);
        assertThat(report.nothing()).isTrue();
        assertThat(report.totals()).isEqualTo(new Report.Totals(0, 0, 0, 0, new Money(0), 0, 0));
        assertThat(report.totals().showRate()).as("nobody was expected").isEqualTo(100);
        assertThat(report.days()).extracting(Day::date)
                .containsExactlyElementsOf(MONDAY.datesUntil(SUNDAY.plusDays(1)).toList());
        assertThat(report.days()).allMatch(day -> day.visits() == 0 && day.earned().equals(new Money(0)));
        assertThat(report.hours()).isEmpty();
        assertThat(report.services()).isEmpty();
        assertThat(report.staff()).isEmpty();
        assertThat(await(reports().begun(salon()))).isFalse();
        assertThat(await(reports().written(salon(), MONDAY, SUNDAY))).isZero();
    }

    @Test
    void whatWasGivenIsEarnedAndCancelledAndMissedOnesAreNot() {
        visit(MONDAY, 11, "completed", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY, 12, "confirmed", diego, SalonLupita.CORTE, SalonLupita.ANA, 250);
        visit(MONDAY, 13, "cancelled", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY.plusDays(1), 11, "no_show", diego, SalonLupita.TINTE, SalonLupita.ANA, 900);
        visit(LocalDate.of(2027, 1, 20), 11, "confirmed", sofia, SalonLupita.TINTE, SalonLupita.ANA, 900);
        var report = report(MONDAY, LocalDate.of(2027, 1, 20));
        assertThat(report.nothing()).isFalse();
        assertThat(report.totals()).as("over, and nobody said otherwise, is given too")
                .isEqualTo(new Report.Totals(2, 1, 1, 1, Money.pesos(500), 2, 0));
        assertThat(report.totals().booked()).isEqualTo(5);
        assertThat(report.totals().showRate()).isEqualTo(67);
        assertThat(report.days().getFirst()).isEqualTo(new Day(MONDAY, 2, Money.pesos(500)));
        assertThat(report.days().get(1)).as("nobody came").isEqualTo(new Day(MONDAY.plusDays(1), 0, new Money(0)));
        assertThat(report.days().getLast()).as("not earned yet")
                .isEqualTo(new Day(LocalDate.of(2027, 1, 20), 1, new Money(0)));
        assertThat(report.services()).containsExactly(new Line("Corte de cabello", 2, 0, 1, 0, Money.pesos(500)),
                new Line("Tinte", 0, 1, 0, 1, new Money(0)));
        assertThat(report.staff()).containsExactly(new Line("Ana", 1, 1, 0, 1, Money.pesos(250)),
                new Line("Beto", 1, 0, 1, 0, Money.pesos(250)));
        assertThat(report.hours()).containsExactly(new Hour(DayOfWeek.MONDAY, 11, 1), new Hour(DayOfWeek.MONDAY, 12, 1),
                new Hour(DayOfWeek.TUESDAY, 11, 1), new Hour(DayOfWeek.WEDNESDAY, 11, 1));
        assertThat(await(reports().begun(salon()))).isTrue();
    }

    @Test
    void aVisitThatGoesOnIsAhead() {
        visit(LocalDate.of(2027, 1, 13), 10, "confirmed", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        clock.set(ZonedDateTime.of(2027, 1, 13, 10, 44, 59, 0, MEXICO_CITY));
        assertThat(report(LocalDate.of(2027, 1, 13), LocalDate.of(2027, 1, 13)).totals().ahead()).isOne();
        clock.set(ZonedDateTime.of(2027, 1, 13, 10, 45, 0, 0, MEXICO_CITY));
        assertThat(report(LocalDate.of(2027, 1, 13), LocalDate.of(2027, 1, 13)).totals())
                .satisfies(totals -> assertThat(totals.given()).isOne());
    }

    @Test
    void aDayIsTheSalonsFromMidnightToMidnight() {
        visit(at(MONDAY, 0, 0), "completed", sofia);
        visit(at(MONDAY, 23, 30), "completed", sofia);
        visit(at(MONDAY.plusDays(1), 0, 0), "completed", sofia);
        visit(at(MONDAY.minusDays(1), 23, 59), "completed", sofia);
        assertThat(report(MONDAY, MONDAY).totals().given()).isEqualTo(2);
        assertThat(report(MONDAY, MONDAY).hours()).containsExactly(new Hour(DayOfWeek.MONDAY, 0, 1),
                new Hour(DayOfWeek.MONDAY, 23, 1));
    }

    @Test
    void aDayOf25HoursIsOneDayAndItsDoubledHourIsOneHour() {
        execute("update location set zone = 'America/Tijuana'");
        var sunday = LocalDate.of(2027, 11, 7);
        var one = sunday.atTime(1, 30).atZone(TIJUANA);
        visit(one.withEarlierOffsetAtOverlap(), "completed", sofia);
        visit(one.withLaterOffsetAtOverlap(), "completed", sofia);
        visit(sunday.atTime(23, 30).atZone(TIJUANA), "completed", sofia);
        visit(sunday.plusDays(1).atStartOfDay(TIJUANA), "completed", sofia);
        var report = report(sunday, sunday);
        assertThat(report.totals().given()).isEqualTo(3);
        assertThat(report.days()).extracting(Day::date, Day::visits).containsExactly(tuple(sunday, 3));
        assertThat(report.hours()).containsExactly(new Hour(DayOfWeek.SUNDAY, 1, 2), new Hour(DayOfWeek.SUNDAY, 23, 1));
    }

    @Test
    void aDayOf23HoursEndsAtItsMidnight() {
        execute("update location set zone = 'America/Tijuana'");
        var sunday = LocalDate.of(2027, 3, 14);
        visit(sunday.atTime(3, 0).atZone(TIJUANA), "completed", sofia);
        visit(sunday.plusDays(1).atStartOfDay(TIJUANA), "completed", sofia);
        assertThat(report(sunday, sunday).totals().given()).isOne();
        assertThat(report(sunday, sunday.plusDays(1)).days()).extracting(Day::visits).containsExactly(1, 1);
    }

    @Test
    void whoeverCameBeforeReturnsAndWhoeverOnlyCancelledDidNotCome() {
        var third = named("Elena");
        visit(MONDAY.minusDays(30), 11, "completed", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY.minusDays(30), 12, "cancelled", diego, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY, 11, "completed", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY, 12, "completed", diego, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY, 13, "completed", diego, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY, 14, "cancelled", third, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY, 15, "completed", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        execute("update appointment set customer_id = null where local_start = '2027-01-04 15:00'");
        assertThat(report(MONDAY, SUNDAY).totals()).satisfies(totals -> {
            assertThat(totals.newCustomers()).as("Diego, who only cancelled before").isOne();
            assertThat(totals.returning()).as("Sofía; whoever walked in unknown is neither").isOne();
        });
    }

    @Test
    void oneLocationIsCountedAloneOrAllOfThem() {
        visit(MONDAY, 11, "completed", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY, 12, "completed", diego, SalonLupita.CORTE, SalonLupita.ANA, 250);
        var norte = ((LocationDone) await(yume.the(Locations.class).add(SalonLupita.ID, LocationDraft.of("Norte", ""),
                "America/Tijuana"))).location();
        execute("update appointment set location_id = '%s' where local_start = '2027-01-04 12:00'".formatted(norte.value()));
        assertThat(report(Optional.of(norte), MONDAY, MONDAY).totals().given()).isOne();
        assertThat(report(Optional.of(norte), MONDAY, MONDAY).staff()).extracting(Line::name)
                .containsExactly("Ana");
        assertThat(report(Optional.of(SalonLupita.LOCATION), MONDAY, MONDAY).totals().given()).isOne();
        assertThat(report(MONDAY, MONDAY).totals().given()).isEqualTo(2);
        assertThat(report(Optional.of(LocationId.next()), MONDAY, MONDAY).nothing()).isTrue();
    }

    @Test
    void aPeriodHasAnOrderAndAnEnd() {
        assertThatThrownBy(() -> reports().of(salon(), Optional.empty(), SUNDAY, MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reports().of(salon(), Optional.empty(), MONDAY, MONDAY.plusDays(Reports.LONGEST)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(report(MONDAY, MONDAY.plusDays(Reports.LONGEST - 1)).days()).hasSize(Reports.LONGEST);
    }

    @Test
    void whatIsWrittenIntoTheBooksIsCountedByWhenItWasWritten() {
        visit(LocalDate.of(2027, 2, 20), 11, "confirmed", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        execute("update appointment set created_at = '2027-01-04 23:59:59-06'");
        assertThat(await(reports().written(salon(), MONDAY, MONDAY))).isOne();
        assertThat(await(reports().written(salon(), MONDAY.plusDays(1), SUNDAY))).isZero();
    }

    @Test
    void theLedgerHandsOverEveryVisitAPageAtATime() {
        visit(MONDAY, 11, "completed", sofia, SalonLupita.CORTE, SalonLupita.BETO, 250);
        visit(MONDAY, 12, "cancelled", diego, SalonLupita.TINTE, SalonLupita.ANA, 900);
        visit(MONDAY, 13, "no_show", sofia, SalonLupita.BARBA, SalonLupita.BETO, 150);
        execute("update appointment set customer_id = null, customer_name = 'Cliente sin cita' where status = 'no_show'");
        var ledger = yume.the(VisitLedger.class);
        var first = await(ledger.after(SalonLupita.ID, Optional.empty(), 2));
        assertThat(first).hasSize(2);
        assertThat(first.getFirst()).isEqualTo(new VisitLedger.Entry(first.getFirst().id(), Optional.of(sofia), "Sofía",
                "Salón Lupita", MONDAY.atTime(11, 0), "Corte de cabello", "Beto", Money.pesos(250),
                AppointmentStatus.COMPLETED));
        var rest = await(ledger.after(SalonLupita.ID, Optional.of(first.getLast().id()), 2));
        assertThat(rest).extracting(VisitLedger.Entry::customer, VisitLedger.Entry::services, VisitLedger.Entry::status)
                .containsExactly(tuple(Optional.empty(), "Barba", AppointmentStatus.NO_SHOW));
        assertThat(await(ledger.after(SalonLupita.ID, Optional.of(rest.getLast().id()), 2))).isEmpty();
        assertThat(await(ledger.after(OrganizationId.YUME, Optional.empty(), 2))).isEmpty();
    }

    private Reports reports() {
        return yume.the(Reports.class);
    }

    private Report report(LocalDate from, LocalDate to) {
        return report(Optional.empty(), from, to);
    }

    /** As the books have it, and the same once what is over is counted. */
    private Report report(Optional<LocationId> at, LocalDate from, LocalDate to) {
        var report = await(reports().of(salon(), at, from, to));
        await(yume.the(KeptFigures.class).sweep(clock.instant()));
        assertThat(await(reports().of(salon(), at, from, to))).isEqualTo(report);
        return report;
    }

    private static ZonedDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(MEXICO_CITY);
    }

    private void visit(LocalDate day, int hour, String status, PersonId customer, ServiceId service, StaffId staff, int pesos) {
        visit(at(day, hour, 0), status, customer, service, staff, pesos);
    }

    private void visit(ZonedDateTime start, String status, PersonId customer) {
        visit(start, status, customer, SalonLupita.CORTE, SalonLupita.BETO, 250);
    }

    /** In the books as it became: 45 minutes, whenever it was. */
    private void visit(ZonedDateTime start, String status, PersonId customer, ServiceId service, StaffId staff, int pesos) {
        var id = new AppointmentId(UuidV7.next());
        execute("""
                insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at,
                                         local_start, zone, price_centavos, status, origin, created_at, cancelled_at, cancelled_by)
                values ('%1$s', '%2$s', '%3$s', '%4$s', 'Sofía', '%5$s', timestamptz '%5$s' + interval '45 minutes', '%6$s',
                        '%7$s', %8$d, '%9$s', 'simulator', now(),
                        case when '%9$s' = 'cancelled' then now() end, case when '%9$s' = 'cancelled' then 'customer' end);
                insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, starts_at, ends_at,
                                              price_centavos)
                values ('%1$s', '%2$s', 0, '%10$s', '%11$s', '%5$s', timestamptz '%5$s' + interval '45 minutes', %8$d)
                """
                .formatted(SalonLupita.ID, id.value(), SalonLupita.LOCATION.value(), customer, start.toOffsetDateTime(),
                        start.toLocalDateTime(), start.getZone().getId(), pesos * 100, status, service.value(), staff));
    }
}
