/** Where an owner connects the WhatsApp number that the business already has. */
@NullMarked
package mx.yume.web.connect;

import org.jspecify.annotations.NullMarked;
