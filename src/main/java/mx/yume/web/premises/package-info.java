/** Where the business is: each location, when it is open every week and on dates apart, and on which clocks. */
@NullMarked
package mx.yume.web.premises;

import org.jspecify.annotations.NullMarked;
