/** What a business sells and who gives it: changes of the menu and of skills. */
@NullMarked
package mx.yume.business.menu;

import org.jspecify.annotations.NullMarked;
