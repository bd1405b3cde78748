/** What goes out: written with its cause, sent after the commit, in order per recipient. */
@NullMarked
package mx.yume.conversation.outbox;

import org.jspecify.annotations.NullMarked;
