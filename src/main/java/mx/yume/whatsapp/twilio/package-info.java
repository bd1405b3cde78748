/** WhatsApp by way of Twilio: signed webhooks in, its REST API out. Off without an auth token. */
@NullMarked
package mx.yume.whatsapp.twilio;

import org.jspecify.annotations.NullMarked;
