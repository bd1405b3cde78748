/** What to do with the appointments of whoever or whatever leaves: one page for people, services, spots and locations. */
@NullMarked
package mx.yume.web.leaving;

import org.jspecify.annotations.NullMarked;
