/** Booking on the public page without the chat: what, when, who, and a code sent by WhatsApp. */
@NullMarked
package mx.yume.web.online;

import org.jspecify.annotations.NullMarked;
