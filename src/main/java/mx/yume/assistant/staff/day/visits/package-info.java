/** What is done by chat with visits that are booked: how they went, cancelled, moved. */
@NullMarked
package mx.yume.assistant.staff.day.visits;

import org.jspecify.annotations.NullMarked;
