/** The people who write, and how they are recognised whatever the channel tells of them. */
@NullMarked
package mx.yume.customers;

import org.jspecify.annotations.NullMarked;
