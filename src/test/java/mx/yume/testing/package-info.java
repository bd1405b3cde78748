/** The named test world: Salón Lupita, a clock that is set, a database that is emptied. */
@NullMarked
package mx.yume.testing;

import org.jspecify.annotations.NullMarked;
