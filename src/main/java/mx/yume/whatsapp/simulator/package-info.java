/** A phone in the browser: the same way in and out as a real channel, with what happened inside shown beside it. */
@NullMarked
package mx.yume.whatsapp.simulator;

import org.jspecify.annotations.NullMarked;
