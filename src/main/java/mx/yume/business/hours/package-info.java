/** When a business opens and when its people work: what can be said about it, and its rows. Who is booked then is for others. */
@NullMarked
package mx.yume.business.hours;

import org.jspecify.annotations.NullMarked;
