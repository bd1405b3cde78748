/** Time that is never sold twice: availability, appointments, reservations. */
@NullMarked
package mx.yume.scheduling;

import org.jspecify.annotations.NullMarked;
