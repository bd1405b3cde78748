/** How a business is doing, in figures. */
@NullMarked
package mx.yume.scheduling.stats;

import org.jspecify.annotations.NullMarked;
