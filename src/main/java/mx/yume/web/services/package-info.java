/** What the business sells: the list, in its order, and one service to be changed. */
@NullMarked
package mx.yume.web.services;

import org.jspecify.annotations.NullMarked;
