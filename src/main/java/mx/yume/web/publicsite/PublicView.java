package mx.yume.web.publicsite;

import java.util.List;

import io.quarkus.qute.TemplateData;

/**
 * What anybody sees of a business.
 *
 * @param path of this page, and {@code address}, the same whole
 * @param chat what opens a chat with it; empty while it has no number
 * @param online where a time is booked without the chat; empty where that cannot be
 * @param about in one sentence, for whoever shares the link
 */
@TemplateData
public record PublicView(String name, String path, String address, String picture, String chat, String online,
        String about,
        List<Category> categories,
        List<Place> places) {

    public PublicView {
        categories = List.copyOf(categories);
        places = List.copyOf(places);
    }

    /** @param name empty for those that belong to none */
    @TemplateData
    public record Category(String name, List<Offer> offers) {

        public Category {
            offers = List.copyOf(offers);
        }
    }

    @TemplateData
    public record Offer(String name, String description, String duration, String price) {}

    /**
     * @param name empty where there is but one
     * @param map where a map shows it; empty without an address
     * @param other days soon that are not like their weekday
     */
    @TemplateData
    public record Place(String name, String address, String map, List<Line> hours, List<Line> other) {

        public Place {
            hours = List.copyOf(hours);
            other = List.copyOf(other);
        }
    }

    @TemplateData
    public record Line(String day, String hours) {}
}
