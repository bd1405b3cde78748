/** How a business is known: its name and its address on the web. */
@NullMarked
package mx.yume.business.profile;

import org.jspecify.annotations.NullMarked;
