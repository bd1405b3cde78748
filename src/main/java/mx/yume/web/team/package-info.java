/** Who works at the business: the list, in its order, and of each person what they may, give and work. */
@NullMarked
package mx.yume.web.team;

import org.jspecify.annotations.NullMarked;
