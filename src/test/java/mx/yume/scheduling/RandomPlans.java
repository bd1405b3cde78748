package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.scheduling.calendar.Answer;
import mx.yume.scheduling.calendar.CalendarChange;
import mx.yume.scheduling.calendar.CalendarOutcome;
import mx.yume.scheduling.calendar.Consent;
import mx.yume.scheduling.calendar.Deactivating;
import mx.yume.scheduling.calendar.DeactivationOutcome;
import mx.yume.scheduling.calendar.WorkingCalendar;
import mx.yume.scheduling.series.RestOutcome;
import mx.yume.scheduling.series.Rhythm;
import mx.yume.scheduling.series.Series;
import mx.yume.scheduling.series.SeriesOutcome;

/** What is planned at length: appointments that come back, days on which nobody works, and who leaves. */
final class RandomPlans {

    private final Scene scene;
    private final Series series;

    RandomPlans(Scene scene) {
        this.scene = scene;
        this.series = scene.the(Series.class);
    }

    void next() {
        switch (scene.number(9)) {
            case 0, 1, 2 -> comeBack();
            case 3 -> giveUpTheRest();
            case 4, 5 -> change(onADay());
            case 6, 7 -> change(asUsual());
            default -> leave();
        }
    }

    /** A plan says exactly what can be booked. */
    private void comeBack() {
        var query = scene.query();
        var slots = await(scene.the(Agenda.class).slots(scene.salon(), query));
        var start = slots.isEmpty() ? scene.moment(scene.location(query)).withMinute(0) : scene.pick(slots).start();
        var first = Scene.request(scene.customer(), query, start);
        var rhythm = new Rhythm(1 + scene.number(2), 2 + scene.number(3));
        boolean onlyFree = scene.chance();
        var planned = (SeriesOutcome.Planned) await(series.plan(scene.salon(), first, rhythm));
        int free = planned.occurrences().size() - planned.conflicts().size();
        switch (scene.log(await(series.book(scene.salon(), first, rhythm, onlyFree, "simulator", Alongside.nothing())))) {
            case SeriesOutcome.Booked booked -> {
                assertThat(booked.appointments()).as("as planned: %s, %s", planned, booked).hasSize(free);
                assertThat(booked.appointments()).hasSize(rhythm.times() - booked.left().size());
            }
            case SeriesOutcome.Conflicts conflicts -> {
                assertThat(conflicts.free()).as("as planned: %s", planned).isEqualTo(free);
                assertThat(onlyFree && conflicts.free() > 0).isFalse();
            }
            case SeriesOutcome.Planned _,SeriesOutcome.BadRhythm _ -> throw new AssertionError("booked or not");
        }
    }

    private void giveUpTheRest() {
        scene.any("select id from appointment where series_id is not null order by id").ifPresent(id -> {
            var outcome = scene.log(await(series.cancelFrom(scene.salon(), scene.staff(), new AppointmentId(id),
                    Optional.empty(), Alongside.nothing())));
            assertThat(outcome).isInstanceOfAny(RestOutcome.Cancelled.class, RestOutcome.NothingLeft.class);
        });
    }

    private CalendarChange onADay() {
        var location = scene.pick(scene.salon().locations());
        var day = scene.moment(location).toLocalDate();
        return scene.chance() ? new CalendarChange.OpenOn(location.id(), day, List.of(), "")
                : new CalendarChange.WorkOn(scene.pick(scene.salon().staff()).id(), day, Map.of(), "");
    }

    private CalendarChange asUsual() {
        var location = scene.pick(scene.salon().locations());
        var day = scene.moment(location).toLocalDate();
        return scene.chance() ? new CalendarChange.OpenAsUsual(location.id(), day)
                : new CalendarChange.WorkAsUsual(scene.pick(scene.salon().staff()).id(), day);
    }

    /** Whoever would be left outside is asked about, and stays. */
    private void change(CalendarChange change) {
        var calendar = scene.the(WorkingCalendar.class);
        scene.calendarIsTouched();
        if (scene.log(await(calendar.change(scene.id(), change, Consent.NONE))) instanceof CalendarOutcome.Strands strands) {
            assertThat(scene.log(await(calendar.change(scene.id(), change, Consent.NONE.despite(strands.appointments())))))
                    .isInstanceOfSatisfying(CalendarOutcome.Done.class,
                            done -> assertThat(done.outside()).isEqualTo(strands.appointments()));
        }
    }

    /** Two stay at least. */
    private void leave() {
        var staff = scene.salon().staff();
        if (staff.size() > 2) {
            scene.calendarIsTouched();
            var member = scene.pick(staff);
            var deactivating = scene.the(Deactivating.class);
            int version = scene.count("select version from staff_member where id = '" + member.id() + "'");
            var first = request(version, Optional.empty());
            if (scene.log(await(deactivating.staffMember(member.id(), first))) instanceof DeactivationOutcome.HasFuture has) {
                var what = scene.chance() ? Answer.What.KEEP : Answer.What.CANCEL;
                var answered = request(version, Optional.of(Answer.of(what, has.appointments())));
                assertThat(scene.log(await(deactivating.staffMember(member.id(), answered))))
                        .isInstanceOfSatisfying(DeactivationOutcome.Done.class,
                                done -> assertThat(done.fates()).hasSameSizeAs(has.appointments()));
            }
        }
    }

    private Deactivating.Request request(int seenVersion, Optional<Answer> answer) {
        return new Deactivating.Request(scene.id(), seenVersion, scene.staff(), answer);
    }
}
