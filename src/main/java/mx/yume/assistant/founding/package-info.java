/** Case 1: somebody who is staff nowhere sets a business up by chat. */
@NullMarked
package mx.yume.assistant.founding;

import org.jspecify.annotations.NullMarked;
