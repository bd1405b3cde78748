/** What is still missing until a new business has its first booking. */
@NullMarked
package mx.yume.web.guide;

import org.jspecify.annotations.NullMarked;
