/** What a business sees of itself: today, and its number. */
@NullMarked
package mx.yume.web.dashboard;

import org.jspecify.annotations.NullMarked;
