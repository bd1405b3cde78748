/** The assistant with a language model behind it. */
@NullMarked
package mx.yume.assistant.model;

import org.jspecify.annotations.NullMarked;
