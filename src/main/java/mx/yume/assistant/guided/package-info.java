/** The deterministic assistant: buttons, lists, numbers and real understanding of Spanish. */
@NullMarked
package mx.yume.assistant.guided;

import org.jspecify.annotations.NullMarked;
