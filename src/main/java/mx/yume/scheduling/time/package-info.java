/**
 * The arithmetic of availability: sorted stretches of seconds in primitive arrays, the calendar around them, and the search for
 * the arrangement of a visit. Pure; it lies beneath the rest of scheduling and knows nothing of it.
 */
@NullMarked
package mx.yume.scheduling.time;

import org.jspecify.annotations.NullMarked;
