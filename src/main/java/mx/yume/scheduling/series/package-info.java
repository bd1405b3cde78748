/** Appointments that come back every few weeks, booked at once. */
@NullMarked
package mx.yume.scheduling.series;

import org.jspecify.annotations.NullMarked;
