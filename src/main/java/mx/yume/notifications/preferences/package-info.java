/** Which notices people of a business want, and when the business sends them. */
@NullMarked
package mx.yume.notifications.preferences;

import org.jspecify.annotations.NullMarked;
