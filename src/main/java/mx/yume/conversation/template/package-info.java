/** What may be said outside WhatsApp's window of 24 hours: texts that Meta approved beforehand, with a few words filled in. */
@NullMarked
package mx.yume.conversation.template;

import org.jspecify.annotations.NullMarked;
