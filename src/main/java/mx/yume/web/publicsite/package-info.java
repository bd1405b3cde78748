/** What anybody may see of a business, without signing in. */
@NullMarked
package mx.yume.web.publicsite;

import org.jspecify.annotations.NullMarked;
