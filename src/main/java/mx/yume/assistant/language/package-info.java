/** Spanish as Mexicans write it, read and written. Pure: no framework, no database. */
@NullMarked
package mx.yume.assistant.language;

import org.jspecify.annotations.NullMarked;
