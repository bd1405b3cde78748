/** Links that are asked for by chat and open a page. */
@NullMarked
package mx.yume.assistant.staff.links;

import org.jspecify.annotations.NullMarked;
