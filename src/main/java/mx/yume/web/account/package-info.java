/** Somebody's own: who they are here, where they are signed in, which notices they get. */
@NullMarked
package mx.yume.web.account;

import org.jspecify.annotations.NullMarked;
