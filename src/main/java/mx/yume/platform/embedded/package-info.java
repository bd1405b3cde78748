/** The PostgreSQL that runs inside Yume when no other is configured: its folder, its server. */
@NullMarked
package mx.yume.platform.embedded;

import org.jspecify.annotations.NullMarked;
