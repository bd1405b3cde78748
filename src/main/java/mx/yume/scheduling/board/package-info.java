/** The appointment book as the people of a business look at it and write into it: what is on its pages, and each form once. */
@NullMarked
package mx.yume.scheduling.board;

import org.jspecify.annotations.NullMarked;
