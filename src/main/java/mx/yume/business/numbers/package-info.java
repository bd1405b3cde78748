/** The WhatsApp numbers of businesses: asked for when one is founded, given by a provider, by nobody's word. */
@NullMarked
package mx.yume.business.numbers;

import org.jspecify.annotations.NullMarked;
