/** The conversation suite: readable files in src/test/resources/conversations, played with each assistant and with both by turns. */
@NullMarked
package mx.yume.conversations;

import org.jspecify.annotations.NullMarked;
