package mx.yume.web.online;

import java.util.List;

import io.quarkus.qute.TemplateData;
import mx.yume.web.page.Filled;

/** What the pages show. */
final class OnlineViews {

    private OnlineViews() {}

    /**
     * Around every page.
     *
     * @param home the business's public page
     * @param back the step before; empty for none
     * @param chat what opens a chat with the business
     */
    @TemplateData
    public record Top(String business, String home, String back, String chat) {}

    /** @param note what it takes and costs, or empty */
    @TemplateData
    public record Option(String value, String label, String note, boolean chosen) {}

    /** @param places none where there is but one */
    @TemplateData
    public record Menu(Filled form, List<Option> services, List<Option> people, List<Option> places) {

        public Menu {
            services = List.copyOf(services);
            people = List.copyOf(people);
            places = List.copyOf(places);
        }
    }

    @TemplateData
    public record Link(String label, String address) {}

    /** @param name "Por la mañana" */
    @TemplateData
    public record Part(String name, List<Link> times) {

        public Part {
            times = List.copyOf(times);
        }
    }

    /**
     * The free times of a day.
     *
     * @param form the date as it was written
     * @param kept what the form of the date sends along
     * @param earlier and {@code later}, the days beside it, with empty addresses where nothing can be booked
     * @param next the next day with a free time, where this one has none; with an empty address where there is none
     */
    @TemplateData
    public record Day(String what, String who, String place, Filled form, List<Link> kept, String first, String last,
            String name,
            List<Part> parts, Link earlier, Link later, Link next) {

        public Day {
            kept = List.copyOf(kept);
            parts = List.copyOf(parts);
        }
    }

    /** A visit as it would be booked, or was. */
    @TemplateData
    public record Visit(String what, String who, String when, String place, String price) {}

    /** @param kept what the form sends along */
    @TemplateData
    public record Details(Visit visit, Filled form, List<Link> kept) {

        public Details {
            kept = List.copyOf(kept);
        }
    }

    /** @param value what the form sends */
    @TemplateData
    public record Time(String label, String value) {}

    /**
     * Other times in place of one that cannot be had.
     *
     * @param action where each is sent to; empty where they are addresses
     * @param price in centavos, as shown
     */
    @TemplateData
    public record Others(String why, String what, String action, String price, List<Time> times, String more) {

        public Others {
            times = List.copyOf(times);
        }
    }

    /**
     * Where the code is typed.
     *
     * @param phone where it was sent
     * @param open whether one may still be typed
     * @param simulator where the message is on a machine that has nothing else; empty elsewhere
     */
    @TemplateData
    public record Code(Visit visit, String phone, Filled form, boolean open, String action, String simulator) {}

    /**
     * One tap from being booked.
     *
     * @param why it is asked once more; empty where it was just not done yet
     * @param start and {@code price} that the form sends
     */
    @TemplateData
    public record Ready(String why, String action, String start, String price) {}
}
