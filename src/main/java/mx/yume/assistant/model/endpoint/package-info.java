/** The language model behind its bounds: time, number, failures. */
@NullMarked
package mx.yume.assistant.model.endpoint;

import org.jspecify.annotations.NullMarked;
