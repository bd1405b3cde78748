package mx.yume.web.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.web.page.Phones;
import mx.yume.web.page.Section;
import mx.yume.web.schedule.PageViews.Filters;
import mx.yume.web.schedule.PageViews.Option;
import mx.yume.web.schedule.PageViews.Tab;
import mx.yume.web.schedule.PageViews.Top;

/** The ways from what is looked at to the rest. */
final class TopDrawing {

    private TopDrawing() {}

    /** @param mark the fingerprint of what is shown */
    static Top draw(Business business, Look look, boolean may, Optional<PhoneNumber> number, String mark) {
        var title = look.view() == View.DAY ? Words.day(look.day(), look.today())
                : Words.days(look.first(), look.after().minusDays(1));
        int step = look.view().days();
        return new Top(title, look.day().toString(), look.view().word(), look.at(look.day().minusDays(step)).address(),
                look.at(look.day().plusDays(step)).address(), look.at(look.today()).address(),
                !look.first().isAfter(look.today()) && look.after().isAfter(look.today()),
                Arrays.stream(View.values()).map(view -> new Tab(view.label(), look.as(view).address(), view == look.view()))
                        .toList(),
                filters(business, look), look.address(), look.query(),
                Section.SCHEDULE.path() + "/eventos?" + look.query() + "&marca=" + mark,
                may ? Section.SCHEDULE.path() + "/citas/nueva?fecha=" + look.day() + look.place("&") : "",
                number.map(Phones::shown).orElse(""), look.filtered() ? look.unfiltered().address() : "",
                look.main() ? "" : look.location().id().value().toString());
    }

    private static Filters filters(Business business, Look look) {
        return new Filters(
                business.staff().stream().filter(member -> !member.skills().isEmpty() || look.person().map(member.id()::equals)
                        .orElse(false))
                        .map(member -> new Option(member.id().value().toString(), member.name(),
                                look.person().map(member.id()::equals).orElse(false)))
                        .toList(),
                business.services().stream().map(service -> new Option(service.id().value().toString(), service.name(),
                        look.service().map(service.id()::equals).orElse(false))).toList(),
                statuses(look));
    }

    private static List<Option> statuses(Look look) {
        return Arrays.stream(AppointmentStatus.values()).map(status -> new Option(Look.word(status), Words.status(status),
                look.status().map(status::equals).orElse(false))).toList();
    }
}
