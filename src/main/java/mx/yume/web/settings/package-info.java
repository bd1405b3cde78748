/** What an owner sets up about the business as a whole, and everything it holds as one file. */
@NullMarked
package mx.yume.web.settings;

import org.jspecify.annotations.NullMarked;
