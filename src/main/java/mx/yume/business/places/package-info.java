/** Where in Mexico a business is, as people say it, and what the clocks show there. Pure. */
@NullMarked
package mx.yume.business.places;

import org.jspecify.annotations.NullMarked;
