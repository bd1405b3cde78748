/**
 * What staff ask for: each thing is a {@link mx.yume.assistant.orders.Tool} with its own order, and
 * {@link mx.yume.assistant.orders.Orders} is the one way to it, for both assistants. Permission, confirmation and the record of
 * what was done are there and nowhere else.
 */
@NullMarked
package mx.yume.assistant.orders;

import org.jspecify.annotations.NullMarked;
