/** What somebody may ask of a business about their own data: all of it in one file, and that it is erased. */
@NullMarked
package mx.yume.notifications.privacy;

import org.jspecify.annotations.NullMarked;
