/** At the door itself, before any page: every request gets an id, webhooks are timed, metrics are kept from strangers. */
@NullMarked
package mx.yume.web.watch;

import org.jspecify.annotations.NullMarked;
