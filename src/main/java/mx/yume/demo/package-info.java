/** Salón Lupita: the salon one finds in a fresh Yume, with two weeks of visits behind it. Uses the rooms' tables; nobody uses it. */
@NullMarked
package mx.yume.demo;

import org.jspecify.annotations.NullMarked;
