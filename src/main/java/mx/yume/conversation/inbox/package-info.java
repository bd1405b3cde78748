/** What comes in: stored once, acknowledged after the commit. */
@NullMarked
package mx.yume.conversation.inbox;

import org.jspecify.annotations.NullMarked;
