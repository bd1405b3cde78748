package mx.yume.business.numbers;

import java.util.Set;

/**
 * An account of businesses' own at a provider.
 *
 * @param addresses the numbers in it
 * @param tokens what opens it: more than one only while businesses that share it do not know the same
 */
public record KnownAccount(Set<String> addresses, Set<String> tokens) {

    public KnownAccount {
        addresses = Set.copyOf(addresses);
        tokens = Set.copyOf(tokens);
    }

    /** So that they get into no log by accident. */
    @Override
    public String toString() {
        return "KnownAccount of " + addresses.size() + " numbers";
    }
}
