/** Which notices somebody of the staff gets, said by themselves. */
@NullMarked
package mx.yume.assistant.staff.notices;

import org.jspecify.annotations.NullMarked;
