/** People of a business are told of their day in the morning, once for each location, day and person. */
@NullMarked
package mx.yume.notifications.daily;

import org.jspecify.annotations.NullMarked;
