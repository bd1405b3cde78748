package mx.yume.assistant.founding;

import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.business.founding.BusinessType;

/**
 * What a founder has told of their business.
 *
 * @param owner their own name
 * @param unclear a city that nobody knows, or that several states have: the state is asked for
 */
@RegisterForReflection
public record Info(Optional<String> name, Optional<BusinessType> type, Optional<String> owner, Optional<Where> where,
        Optional<String> unclear) {

    static final Info NOTHING = new Info(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    Info name(String told) {
        return new Info(Optional.of(told), type, owner, where, unclear);
    }

    Info type(BusinessType told) {
        return new Info(name, Optional.of(told), owner, where, unclear);
    }

    Info owner(String told) {
        return new Info(name, type, Optional.of(told), where, unclear);
    }

    Info where(Where told) {
        return new Info(name, type, owner, Optional.of(told), Optional.empty());
    }

    /** Whatever was known before may be wrong then. */
    Info unclear(String city) {
        return new Info(name, type, owner, Optional.empty(), Optional.of(city));
    }
}
