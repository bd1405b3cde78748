/** What language models cost, per person, business and day. */
@NullMarked
package mx.yume.conversation.spending;

import org.jspecify.annotations.NullMarked;
