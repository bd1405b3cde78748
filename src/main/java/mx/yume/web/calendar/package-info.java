/** Hours as people fill them in, of a week or of one day, and the question what to do with appointments they leave outside. */
@NullMarked
package mx.yume.web.calendar;

import org.jspecify.annotations.NullMarked;
