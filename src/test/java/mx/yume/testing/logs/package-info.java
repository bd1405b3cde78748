/** Watches what is logged while tests run: nobody's phone, no message, no token may be in it. */
@NullMarked
package mx.yume.testing.logs;

import org.jspecify.annotations.NullMarked;
