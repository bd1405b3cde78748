/** Due work: claimed by lease and epoch, routed, answered, one turn at a time per conversation. */
@NullMarked
package mx.yume.conversation.turn;

import org.jspecify.annotations.NullMarked;
