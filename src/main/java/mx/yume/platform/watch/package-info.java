/** What whoever runs Yume can see of it: times and counts, how those it depends on are doing. */
@NullMarked
package mx.yume.platform.watch;

import org.jspecify.annotations.NullMarked;
