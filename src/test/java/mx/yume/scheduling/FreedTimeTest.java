package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.MoveOutcome.Moved;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Blocks close over time that is given back inside them, on the real database. */
class FreedTimeTest {

    /** Reserved of each block, as stretches without seams. */
    private static final String CLOSED = """
            select to_char(lower(stretch) at time zone 'America/Mexico_City', 'DD HH24:MI'),
                   to_char(upper(stretch) at time zone 'America/Mexico_City', 'DD HH24:MI')
            from (select unnest(range_agg(during)) as stretch from reservation where block_id is not null) as closed
            order by lower(stretch)
            """;
    private static final String OVERLAPS = """
            select count(*) from reservation one join reservation other
              on one.organization_id = other.organization_id and one.resource_id = other.resource_id
             and one.during && other.during and one.ctid < other.ctid
            """;

    private PlainYume yume;
    private Agenda agenda;
    private Counter counter;
    private PersonId sofia;

    @BeforeEach
    void aSalonWithoutAppointments() {
        yume = PlainYume.fresh();
        agenda = yume.the(Agenda.class);
        counter = yume.the(Counter.class);
        sofia = yume.named(SalonLupita.ID, "Sofía");
    }

    @Test
    void aBlockClosesOverWhatIsCancelledInsideIt() {
        var inside = counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        block(BETO, at(1, 11, 0), at(1, 18, 0));
        assertThat(closed()).containsExactly(List.of("14 11:00", "14 12:00"), List.of("14 12:45", "14 18:00"));
        cancel(inside);
        assertThat(closed()).containsExactly(List.of("14 11:00", "14 18:00"));
        assertThat(counter.refused(request(sofia, CORTE, at(1, 12, 0), BETO))).isInstanceOf(Refusal.SlotTaken.class);
    }

    @Test
    void onlyThePartInsideIsClosed() {
        var across = counter.booked(request(sofia, CORTE, at(1, 10, 30), BETO));
        block(BETO, at(1, 11, 0), at(1, 13, 0));
        cancel(across);
        assertThat(closed()).containsExactly(List.of("14 11:00", "14 13:00"));
        counter.booked(request(sofia, CORTE, at(1, 10, 15), BETO));
    }

    @Test
    void whatMovesOutOfABlockLeavesItClosed() {
        var inside = counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        block(BETO, at(1, 11, 0), at(1, 18, 0));
        move(inside, at(2, 12, 0));
        assertThat(closed()).containsExactly(List.of("14 11:00", "14 18:00"));
    }

    @Test
    void whatMovesHalfwayIntoItsOwnOldTimeKeepsThatHalf() {
        var across = counter.booked(request(sofia, CORTE, at(1, 10, 30), BETO));
        block(BETO, at(1, 11, 0), at(1, 13, 0));
        move(across, at(1, 10, 15));
        assertThat(closed()).containsExactly(List.of("14 11:00", "14 13:00"));
        assertThat(yume.superuser().count("select count(*) from reservation where appointment_id is not null")).isEqualTo(2);
    }

    @Test
    void twoBlocksOfADayEachCloseTheirPart() {
        var across = counter.booked(request(sofia, CORTE, at(1, 12, 0), BETO));
        block(BETO, at(1, 11, 0), at(1, 12, 15));
        block(BETO, at(1, 12, 30), at(1, 13, 0));
        cancel(across);
        assertThat(closed()).containsExactly(List.of("14 11:00", "14 12:15"), List.of("14 12:30", "14 13:00"));
    }

    @Test
    void whatNobodyBlockedStaysFree() {
        var hers = counter.booked(request(sofia, CORTE, at(1, 12, 0), LUPITA));
        block(BETO, at(1, 11, 0), at(1, 18, 0));
        cancel(hers);
        counter.booked(request(sofia, CORTE, at(1, 12, 0), LUPITA));
        assertThat(closed()).containsExactly(List.of("14 11:00", "14 18:00"));
    }

    @Test
    void spotsAreNeverBlocked() {
        var freed = yume.the(FreedTime.class);
        var chair = new Claim(BETO.value(), Claim.SPOT, TimeRange.of(at(1, 11, 0).toInstant(), Duration.ofHours(1)));
        block(BETO, at(2, 11, 0), at(2, 18, 0));
        await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> freed.freed(connection, SalonLupita.ID, "real", List.of(chair))));
        assertThat(closed()).containsExactly(List.of("15 11:00", "15 18:00"));
    }

    @Test
    void claimsThatOverlapCloseOnce() {
        block(BETO, at(1, 11, 0), at(1, 18, 0));
        yume.superuser().execute("delete from reservation");
        close(claim(BETO, at(1, 10, 0), at(1, 13, 0)), claim(BETO, at(1, 12, 0), at(1, 14, 0)),
                claim(BETO, at(1, 17, 0), at(1, 19, 0)));
        assertThat(closed()).containsExactly(List.of("14 11:00", "14 14:00"), List.of("14 17:00", "14 18:00"));
    }

    @Test
    void whatLiesAroundIsReadByItsIndexesAsARoleThatRowLevelSecurityHolds() {
        var booked = counter.booked(request(sofia, CORTE, at(1, 11, 0), BETO));
        yume.superuser().execute(
                """
                        insert into reservation (organization_id, resource_id, kind, during, appointment_id)
                        select m.organization_id, m.id, 'staff', tstzrange(hour, hour + interval '30 minutes'), '%s'
                        from staff_member m, generate_series(timestamptz '2027-02-01', timestamptz '2027-12-01', interval '1 hour') as hour
                        """
                        .formatted(booked.id()));
        yume.superuser().execute(
                """
                        insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, created_at)
                        select m.organization_id, gen_random_uuid(), gen_random_uuid(), m.id, day, day + interval '3 hours', now()
                        from staff_member m, generate_series(timestamptz '2027-02-01', timestamptz '2028-12-01', interval '1 day') as day
                        """);
        yume.superuser().execute("analyze reservation");
        yume.superuser().execute("analyze block");
        var freed = List.of(claim(BETO, at(60, 8, 0), at(60, 20, 0)));

        var plan = await(yume.the(Database.class).inTenant(SalonLupita.ID, connection -> connection
                .preparedQuery("explain (analyze, costs off, timing off) " + FreedTime.CLOSE)
                .execute(FreedTime.parameters(SalonLupita.ID, freed))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))));

        assertThat(plan).containsPattern("Index Cond: .*resource_id = .*starts_at > .*starts_at < ")
                .containsPattern("Index Cond: .*staff_id = .*starts_at < ")
                .contains("reservation_by_resource", "block_of_staff")
                .doesNotContain("Seq Scan");
    }

    private void block(StaffId member, ZonedDateTime from, ZonedDateTime to) {
        yume.superuser().execute("""
                insert into block (organization_id, id, action_id, staff_id, starts_at, ends_at, created_at)
                values ('%s', '%s', '%s', '%s', '%s', '%s', now())""".formatted(SalonLupita.ID, UUID.randomUUID(),
                UUID.randomUUID(), member, from.toOffsetDateTime(), to.toOffsetDateTime()));
        close(claim(member, from, to));
    }

    private static Claim claim(StaffId member, ZonedDateTime from, ZonedDateTime to) {
        return new Claim(member.value(), Claim.STAFF, new TimeRange(from.toInstant(), to.toInstant()));
    }

    private void close(Claim... claims) {
        var freed = yume.the(FreedTime.class);
        await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> freed.close(connection, SalonLupita.ID, List.of(claims))));
    }

    private void cancel(Appointment appointment) {
        await(agenda.cancel(counter.salon(), sofia, appointment.id(), appointment.version(), Alongside.nothing()));
    }

    private void move(Appointment appointment, ZonedDateTime start) {
        assertThat(await(agenda.move(counter.salon(), sofia, appointment.id(), appointment.version(), start,
                Alongside.nothing()))).isInstanceOf(Moved.class);
    }

    private List<List<String>> closed() {
        assertThat(yume.superuser().count(OVERLAPS)).isZero();
        return yume.superuser().rows(CLOSED);
    }
}
