/** The channels: Twilio and the simulator, in and out. */
@NullMarked
package mx.yume.whatsapp;

import org.jspecify.annotations.NullMarked;
