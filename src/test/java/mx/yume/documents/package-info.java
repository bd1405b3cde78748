/** What is written about the code, and what runs it elsewhere, is compared with what is there. */
@NullMarked
package mx.yume.documents;

import org.jspecify.annotations.NullMarked;
