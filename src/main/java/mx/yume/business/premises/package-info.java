/** Where a business is: changes of its locations and their spots. */
@NullMarked
package mx.yume.business.premises;

import org.jspecify.annotations.NullMarked;
