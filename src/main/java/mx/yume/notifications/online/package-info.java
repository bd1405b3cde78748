/** Booking on a page: a code is sent to the phone, whoever types it books, and both sides are told in their chats. */
@NullMarked
package mx.yume.notifications.online;

import org.jspecify.annotations.NullMarked;
