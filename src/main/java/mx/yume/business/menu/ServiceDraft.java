package mx.yume.business.menu;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import mx.yume.business.Price;
import mx.yume.business.Service;
import mx.yume.business.Wording;
import mx.yume.platform.StorableText;

/**
 * A service as somebody asks for it; whether it can be had so is {@link ServiceCheck}'s question.
 *
 * @param category what it belongs to on the menu, 1 to 60 characters
 * @param duration five minutes to twelve hours, {@code rest} included
 * @param rest when it needs no hands in the middle
 * @param bufferBefore kept free before it, up to four hours
 * @param bufferAfter kept free after it, up to four hours
 * @param spotKind the kind of spot it needs, 1 to 40 characters; small letters are kept
 * @param minimumNotice instead of the location's, up to fourteen days
 */
public record ServiceDraft(String name, Optional<String> category, String description, Duration duration, Optional<Rest> rest,
        Duration bufferBefore, Duration bufferAfter, Price price, Optional<String> spotKind, Optional<Duration> minimumNotice) {

    /**
     * In the middle of a service, five minutes at least as the work before it.
     *
     * @param after how long into the service
     */
    public record Rest(Duration after, Duration length) {}

    /** Without buffers, rest, category or a notice of its own. */
    public static ServiceDraft of(String name, Duration duration, Price price, Optional<String> spotKind) {
        return new ServiceDraft(name, Optional.empty(), "", duration, Optional.empty(), Duration.ZERO, Duration.ZERO, price,
                spotKind, Optional.empty());
    }

    /** To begin a change from. */
    public static ServiceDraft of(Service service) {
        return new ServiceDraft(service.name(), service.category(), service.description(), service.duration(),
                service.processing().map(rest -> new Rest(rest.after(), rest.length())), service.bufferBefore(),
                service.bufferAfter(), service.price(), service.spotKind(), service.minimumNotice());
    }

    /** As it is kept. An empty category or kind is none. */
    ServiceDraft tidy() {
        return new ServiceDraft(Wording.tidy(name), category.map(Wording::tidy).filter(text -> !text.isEmpty()),
                StorableText.of(description.strip()), duration, rest, bufferBefore, bufferAfter, price,
                spotKind.map(Wording::tidy).map(kind -> kind.toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty()),
                minimumNotice);
    }
}
