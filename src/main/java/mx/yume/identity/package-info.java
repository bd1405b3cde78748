/** Who comes in by the browser: links that open a session once, and the sessions. */
@NullMarked
package mx.yume.identity;

import org.jspecify.annotations.NullMarked;
