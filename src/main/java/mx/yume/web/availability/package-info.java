/** Time off, of one person or of everybody: what is ahead, and more of it. */
@NullMarked
package mx.yume.web.availability;

import org.jspecify.annotations.NullMarked;
