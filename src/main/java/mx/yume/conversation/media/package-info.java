/** What people send besides words: where a provider keeps it, and what a voice note says. */
@NullMarked
package mx.yume.conversation.media;

import org.jspecify.annotations.NullMarked;
