/** What the model is told, and what was said. */
@NullMarked
package mx.yume.assistant.model.prompt;

import org.jspecify.annotations.NullMarked;
