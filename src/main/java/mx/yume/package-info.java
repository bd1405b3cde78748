/** Yume: the application's start. Rooms and doors are the packages below. */
@NullMarked
package mx.yume;

import org.jspecify.annotations.NullMarked;
