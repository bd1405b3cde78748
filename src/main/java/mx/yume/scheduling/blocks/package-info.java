/** Time off: stretches in which somebody takes no visits, once or every week. */
@NullMarked
package mx.yume.scheduling.blocks;

import org.jspecify.annotations.NullMarked;
