/** Listening to voice notes. */
@NullMarked
package mx.yume.assistant.model.voice;

import org.jspecify.annotations.NullMarked;
