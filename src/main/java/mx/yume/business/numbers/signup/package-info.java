/** Owners who bring a number of their own: what the provider's sign-up gave them becomes a connection, step by step. */
@NullMarked
package mx.yume.business.numbers.signup;

import org.jspecify.annotations.NullMarked;
