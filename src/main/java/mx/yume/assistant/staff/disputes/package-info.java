/** What the owner decides when a customer says that they did come. */
@NullMarked
package mx.yume.assistant.staff.disputes;

import org.jspecify.annotations.NullMarked;
