/** Changes of the calendar and of who and what is there, which look at the agenda before they are made. */
@NullMarked
package mx.yume.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
