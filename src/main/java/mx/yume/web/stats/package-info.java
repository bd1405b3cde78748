/** How the business is doing: figures of a period, as charts, tables and files. */
@NullMarked
package mx.yume.web.stats;

import org.jspecify.annotations.NullMarked;
