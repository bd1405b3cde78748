/** Whether a model's words may reach a person. */
@NullMarked
package mx.yume.assistant.model.guard;

import org.jspecify.annotations.NullMarked;
