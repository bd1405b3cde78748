/**
 * The staff's day by chat: who comes and who is next, time off, walk-ins, how visits went, and what is changed or said for a
 * customer. Here is what its tools have in common: which visit is meant, and how visits are written.
 */
@NullMarked
package mx.yume.assistant.staff.day;

import org.jspecify.annotations.NullMarked;
