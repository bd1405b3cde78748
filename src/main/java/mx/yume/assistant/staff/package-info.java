/** Managing a business by chat: who asks, what they can ask for, and how the guided assistant understands and answers it. */
@NullMarked
package mx.yume.assistant.staff;

import org.jspecify.annotations.NullMarked;
