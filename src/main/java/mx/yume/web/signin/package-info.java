/** Coming in by a link and going out again; who is in. */
@NullMarked
package mx.yume.web.signin;

import org.jspecify.annotations.NullMarked;
