/** Taking time off and giving it back, by chat. */
@NullMarked
package mx.yume.assistant.staff.day.blocks;

import org.jspecify.annotations.NullMarked;
