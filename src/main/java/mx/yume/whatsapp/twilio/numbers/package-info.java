/** Numbers by way of Twilio: searched, bought, configured, registered with WhatsApp, and given back. */
@NullMarked
package mx.yume.whatsapp.twilio.numbers;

import org.jspecify.annotations.NullMarked;
