/** What customers want to book on a page, kept while they show that their phone is theirs. */
@NullMarked
package mx.yume.scheduling.online;

import org.jspecify.annotations.NullMarked;
