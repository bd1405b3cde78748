/** The floor: tenancy, ids, time ranges, phones, money, jobs, the embedded database. Knows no room and no door. */
@NullMarked
package mx.yume.platform;

import org.jspecify.annotations.NullMarked;
