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
public record Particulars(Optional<String> name, Optional<BusinessType> type, Optional<String> owner, Optional<Where> where,
        Optional<String> unclear) {

    static final Particulars NOTHING = new Particulars(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    Particulars name(String told) {
        return new Particulars(Optional.of(told), type, owner, where, unclear);
    }

    Particulars type(BusinessType told) {
        return new Particulars(name, Optional.of(told), owner, where, unclear);
    }

    Particulars owner(String told) {
        return new Particulars(name, type, Optional.of(told), where, unclear);
    }

    Particulars where(Where told) {
        return new Particulars(name, type, owner, Optional.of(told), Optional.empty());
    }

    /** Whatever was known before may be wrong then. */
    Particulars unclear(String city) {
        return new Particulars(name, type, owner, Optional.empty(), Optional.of(city));
    }
}
