/** WhatsApp by way of Meta's Cloud API: signed batches in, the Graph API out. Off without an app secret. */
@NullMarked
package mx.yume.whatsapp.meta;

import org.jspecify.annotations.NullMarked;
