/** Looking at the schedule by chat. */
@NullMarked
package mx.yume.assistant.staff.day.schedule;

import org.jspecify.annotations.NullMarked;
