package mx.yume.web.schedule;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/** A stream only for who is signed in: {@link SignedInFirst}. */
@NameBinding
@Retention(RUNTIME)
@Target(METHOD)
@interface Followed {
}
