/** Copies of everything that an installation knows, taken while it works, and how one is begun from such a copy. */
@NullMarked
package mx.yume.platform.backup;

import org.jspecify.annotations.NullMarked;
