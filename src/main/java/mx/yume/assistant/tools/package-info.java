/** What an assistant can do for a customer. Who is asking comes from the turn, never from an argument. */
@NullMarked
package mx.yume.assistant.tools;

import org.jspecify.annotations.NullMarked;
