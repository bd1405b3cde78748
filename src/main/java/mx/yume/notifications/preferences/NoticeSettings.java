package mx.yume.notifications.preferences;

import java.time.LocalTime;

/**
 * How a business sends its notices.
 *
 * @param dailyAt when its people are told of their day, on the clock of each location
 * @param secondReminder customers are reminded two hours before too
 */
public record NoticeSettings(LocalTime dailyAt, boolean secondReminder) {

    public static final NoticeSettings USUAL = new NoticeSettings(LocalTime.of(7, 0), false);
}
