/** Tests of the packaged jar in production mode: another process, killed, cut off, set up wrongly. */
@NullMarked
package mx.yume.packaged;

import org.jspecify.annotations.NullMarked;
