package mx.yume.web.conversations;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/** A stream of one of their own chats only: {@link ChatFirst}. */
@NameBinding
@Retention(RUNTIME)
@Target(METHOD)
@interface FollowedChat {
}
