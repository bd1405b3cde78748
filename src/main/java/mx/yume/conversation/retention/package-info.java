/** How long what was said is kept, and how it goes. */
@NullMarked
package mx.yume.conversation.retention;

import org.jspecify.annotations.NullMarked;
