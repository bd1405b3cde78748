/** A message's way from inbox to outbox: routing, turns, flows, effects. Doors plug in as Assistant and Channel. */
@NullMarked
package mx.yume.conversation;

import org.jspecify.annotations.NullMarked;
