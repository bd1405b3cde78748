/** Who works at a business: changes of the team. */
@NullMarked
package mx.yume.business.team;

import org.jspecify.annotations.NullMarked;
