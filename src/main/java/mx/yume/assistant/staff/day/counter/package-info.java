/** Taking in by chat whoever stands at the counter, or calls. */
@NullMarked
package mx.yume.assistant.staff.day.counter;

import org.jspecify.annotations.NullMarked;
