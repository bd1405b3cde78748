/** Chairs, tables and cabins: the list, in its order, and one of them to be changed. */
@NullMarked
package mx.yume.web.spots;

import org.jspecify.annotations.NullMarked;
