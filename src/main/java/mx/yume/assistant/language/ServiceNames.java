package mx.yume.assistant.language;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.platform.Money;

/** Services by name alone, as customers' words find them: for a menu that is not stored yet. */
public final class ServiceNames {
    private final Map<ServiceId, String> names = new HashMap<>();
    private final ServiceWords words;
    private final Spelling spelling;

    /** @param names each once */
    public ServiceNames(List<String> names) {
        List<Service> services = names.stream().distinct().map(name -> Service.of(id(name), name, Duration.ofHours(1),
                new Money(0), Optional.empty())).toList();
        services.forEach(service -> this.names.put(service.id(), service.name()));
        this.words = new ServiceWords(services);
        this.spelling = new Spelling(Set.copyOf(words.words()));
    }

    private static ServiceId id(String name) {
        return new ServiceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a word, folded, is of a service: of these, or of any that salons have. */
    public boolean isServiceWord(String folded) {
        return words.isServiceWord(spelling.right(folded));
    }

    /** All that may be meant, in the order named. */
    public List<String> meant(String text) {
        return words.read(Sentence.of(text, spelling)).stream().flatMap(mention -> mention.candidates().stream()).distinct()
                .map(id -> names.getOrDefault(id, "")).filter(name -> !name.isEmpty()).toList();
    }
}
