/** A person of the business answers in Yume's place: asked for, taken, passed on both ways, ended, and told to both sides. */
@NullMarked
package mx.yume.conversation.handoff;

import org.jspecify.annotations.NullMarked;
