/** Coming in by an account elsewhere: OpenID Connect, for installations that have set it up. */
@NullMarked
package mx.yume.web.openid;

import org.jspecify.annotations.NullMarked;
