/** Meta's Embedded Signup: a business connects the number that it already has. */
@NullMarked
package mx.yume.whatsapp.meta.signup;

import org.jspecify.annotations.NullMarked;
