package mx.yume.assistant.language.business;

import java.util.List;
import java.util.Optional;

import mx.yume.business.Permission;
import mx.yume.platform.PhoneNumber;

/**
 * Somebody of a team as an owner wrote it.
 *
 * @param name tidied, title case
 * @param services names on the menu, of what they do; empty when nothing was said, or everything
 * @param everything "hace todo"
 * @param permission only when it was said ("como encargada", "que solo vea la agenda")
 */
public record TeamLine(String name, Optional<PhoneNumber> phone, List<String> services, boolean everything,
        Optional<Permission> permission) {

    public TeamLine {
        services = List.copyOf(services);
    }
}
