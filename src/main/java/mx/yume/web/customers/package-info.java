/** The customers: found by name or phone, and one of them with what is known, said, kept and erased. */
@NullMarked
package mx.yume.web.customers;

import org.jspecify.annotations.NullMarked;
