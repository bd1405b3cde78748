/** What is kept so that whoever reads the database alone cannot read it: the tokens with which businesses' numbers are used. */
@NullMarked
package mx.yume.platform.crypto;

import org.jspecify.annotations.NullMarked;
