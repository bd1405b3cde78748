/** A visit while it goes on and after it: longer than thought, attended or not, disputed, rated, closed. */
@NullMarked
package mx.yume.scheduling.attendance;

import org.jspecify.annotations.NullMarked;
