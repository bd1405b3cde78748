package mx.yume.web.publicsite;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.business.numbers.ChatLinks;
import mx.yume.business.profile.Profiles;

/** Businesses as anybody may come to them. */
@ApplicationScoped
public class Shops {

    /** @param chat what opens a chat with it; empty while it has no number */
    public record Shop(Business business, Optional<String> chat) {

        /** What customers may book by themselves, in the owner's order. */
        public List<Service> services() {
            return business.services().stream().filter(service -> !business.bookableOnline(service.id()).isEmpty()).toList();
        }

        /** Where customers may come on some day of the week. */
        public List<Location> places() {
            return business.locations().stream().filter(place -> Arrays.stream(DayOfWeek.values())
                    .anyMatch(day -> !place.hours().on(day).isEmpty())).toList();
        }

        /** Whether a time can be booked without the chat: the code is sent from the business's number. */
        public boolean online() {
            return chat.isPresent() && !services().isEmpty() && !places().isEmpty();
        }
    }

    private final Profiles profiles;
    private final Businesses businesses;
    private final ChatLinks links;

    Shops(Profiles profiles, Businesses businesses, ChatLinks links) {
        this.profiles = profiles;
        this.businesses = businesses;
        this.links = links;
    }

    /** Empty for a business that is not there or is suspended. */
    public Uni<Optional<Shop>> open(String slug) {
        return profiles.open(slug)
                .chain(found -> found.map(businesses::load).orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(found -> found.map(this::shop).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Shop>> shop(Business business) {
        return links.of(business.slug()).map(chat -> Optional.of(new Shop(business, chat)));
    }
}
