/** The schedule: a day, a week or a list of it, what can be done with an appointment, and what happens meanwhile elsewhere. */
@NullMarked
package mx.yume.web.schedule;

import org.jspecify.annotations.NullMarked;
