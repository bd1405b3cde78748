/** Conversations with customers, as people of the business read them: the list, one of them whole, and what is left of one. */
@NullMarked
package mx.yume.conversation.chats;

import org.jspecify.annotations.NullMarked;
