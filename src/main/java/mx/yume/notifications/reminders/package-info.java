/** Customers are reminded of their visits, once for each time that one was to begin. */
@NullMarked
package mx.yume.notifications.reminders;

import org.jspecify.annotations.NullMarked;
