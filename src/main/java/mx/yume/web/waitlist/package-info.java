/** The waiting list: who waits for what, what is offered to them, and somebody put on it or taken off. */
@NullMarked
package mx.yume.web.waitlist;

import org.jspecify.annotations.NullMarked;
