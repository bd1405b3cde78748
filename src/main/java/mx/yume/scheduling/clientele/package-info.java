/** The customers of a business with their visits: a list of them, and what is left of a visit when its customer was forgotten. */
@NullMarked
package mx.yume.scheduling.clientele;

import org.jspecify.annotations.NullMarked;
