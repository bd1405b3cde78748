/** Who waits for a time: entries, and the offers that are held for them while they think. */
@NullMarked
package mx.yume.scheduling.waitlist;

import org.jspecify.annotations.NullMarked;
