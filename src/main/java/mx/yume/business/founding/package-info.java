/** How a business begins: everything it needs to be booked at, in one transaction. */
@NullMarked
package mx.yume.business.founding;

import org.jspecify.annotations.NullMarked;
