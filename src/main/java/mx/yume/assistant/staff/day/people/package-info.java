/** What staff ask about customers and say to them, by chat. */
@NullMarked
package mx.yume.assistant.staff.day.people;

import org.jspecify.annotations.NullMarked;
