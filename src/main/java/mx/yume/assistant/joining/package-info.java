/** Case 3: somebody new of the staff is onboarded by chat. */
@NullMarked
package mx.yume.assistant.joining;

import org.jspecify.annotations.NullMarked;
