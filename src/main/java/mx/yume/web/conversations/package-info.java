/** Conversations with customers: the list, and one to be read, taken over, answered and given back to Yume. */
@NullMarked
package mx.yume.web.conversations;

import org.jspecify.annotations.NullMarked;
