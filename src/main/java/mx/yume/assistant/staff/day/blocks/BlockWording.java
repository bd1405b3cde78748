package mx.yume.assistant.staff.day.blocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;

/** Time off in words. */
@ApplicationScoped
class BlockWording {

    /** A Monday. */
    private static final LocalDate SOME_MONDAY = LocalDate.of(2024, 1, 1);

    private final BlockTexts texts;

    BlockWording(BlockTexts texts) {
        this.texts = texts;
    }

    String who(StaffAsking asking, Optional<UUID> staff, boolean everybody) {
        if (everybody) {
            return texts.everybodys();
        }
        return staff.map(StaffId::new).filter(id -> !id.equals(asking.member().id())).flatMap(asking.business()::staffMember)
                .map(member -> texts.of(member.name())).orElseGet(texts::yours);
    }

    /** Each by name, but for all who attend. */
    String whose(StaffAsking asking, List<StaffId> staff) {
        if (staff.size() == 1) {
            return who(asking, staff.stream().map(StaffId::value).findFirst(), false);
        }
        var all = asking.business().staff().stream().filter(member -> !member.skills().isEmpty()).map(StaffMember::id).toList();
        return staff.containsAll(all) ? texts.everybodys()
                : texts.of(SpanishLists.all(staff.stream().flatMap(id -> asking.business().staffMember(id).stream())
                        .map(StaffMember::name).toList()));
    }

    String when(StaffAsking asking, BlockOrder order) {
        var first = order.from().orElseThrow();
        var last = order.to().orElse(first);
        var days = order.weekdays().isEmpty() ? days(first, last, Visits.today(asking)) : weekly(order, first, last);
        return order.opens().isPresent() && !order.wholeDay()
                ? texts.dayHours(days, SpanishDates.time(order.opens().get()), SpanishDates.time(order.closes().orElseThrow()))
                : texts.dayWhole(days);
    }

    private String weekly(BlockOrder order, LocalDate first, LocalDate last) {
        var names = SpanishLists.all(order.weekdays().stream().map(BlockWording::name).toList());
        return order.ends() ? texts.weeklyUntil(names, SpanishDates.date(first), SpanishDates.date(last))
                : texts.weekly(names, SpanishDates.date(first));
    }

    private static String name(DayOfWeek day) {
        return SpanishDates.dayName(SOME_MONDAY.plusDays(day.getValue() - 1L));
    }

    private String days(LocalDate first, LocalDate last, LocalDate today) {
        return first.equals(last) ? SpanishWriter.relative(first, today)
                : texts.days(SpanishDates.date(first), SpanishDates.date(last));
    }

    /** From one moment to another. */
    String stretch(ZonedDateTime start, ZonedDateTime end, LocalDate today) {
        var lastDay = end.toLocalTime().equals(LocalTime.MIDNIGHT) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        if (start.toLocalTime().equals(LocalTime.MIDNIGHT) && !lastDay.isBefore(start.toLocalDate())
                && end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return texts.dayWhole(days(start.toLocalDate(), lastDay, today));
        }
        return texts.dayHours(days(start.toLocalDate(), lastDay, today), SpanishDates.time(start.toLocalTime()),
                SpanishDates.time(end.toLocalTime()));
    }

    static List<DayOfWeek> all() {
        return List.of(DayOfWeek.values());
    }
}
