/** The assistant, twice: which one answers, and what happens when the model fails. */
@NullMarked
package mx.yume.assistant;

import org.jspecify.annotations.NullMarked;
