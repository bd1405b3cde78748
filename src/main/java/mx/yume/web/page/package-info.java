/** What all pages of the dashboard share: who may see them, what protects their forms, the frame around them. */
@NullMarked
package mx.yume.web.page;

import org.jspecify.annotations.NullMarked;
