/** Changing the business by chat: services, prices, hours, people and what they may, and how it is doing. */
@NullMarked
package mx.yume.assistant.staff.setup;

import org.jspecify.annotations.NullMarked;
