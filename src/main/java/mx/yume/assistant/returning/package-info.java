/** What whoever comes back to something they left is told first, whichever assistant goes on with it. */
@NullMarked
package mx.yume.assistant.returning;

import org.jspecify.annotations.NullMarked;
