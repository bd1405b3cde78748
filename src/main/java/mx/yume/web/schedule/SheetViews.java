package mx.yume.web.schedule;

import java.util.List;

import io.quarkus.qute.TemplateData;
import mx.yume.web.page.Filled;

/** What the page of one appointment, and the one for a new one, show in words. */
final class SheetViews {

    private SheetViews() {}

    /**
     * @param phone as people read it, and {@code call} as telephones do
     * @param history of the customer in a line; empty for somebody new, or for who may not see it
     * @param back to its day
     * @param differences from what was seen; none mostly
     */
    @TemplateData
    public record Sheet(String id, String customer, String phone, String call, String when, String length, List<Part> parts,
            String price, String status, String mark, String notes, int version, String history, String back, Seen seen,
            Allowed allowed,
            List<String> differences) {

        public Sheet {
            parts = List.copyOf(parts);
            differences = List.copyOf(differences);
        }
    }

    @TemplateData
    public record Part(String time, String service, String staff, String spot, String price) {}

    /** How it is shown, to say later what has changed since. */
    @TemplateData
    public record Seen(String time, String staff, String services, String status) {}

    /** What can be done with it now by who looks. */
    @TemplateData
    public record Allowed(boolean change, boolean cancel, boolean complete, boolean noShow) {

        public boolean nothing() {
            return !change && !cancel && !complete && !noShow;
        }
    }

    /**
     * A form for when, what and with whom.
     *
     * @param others times to be had instead; none mostly
     * @param despite whether is asked that it may be outside the hours
     * @param open whether the form is shown at once
     */
    @TemplateData
    public record Choice(Filled form, List<PageViews.Option> services, List<PageViews.Option> people, List<Other> others,
            boolean despite, boolean open) {

        public Choice {
            services = List.copyOf(services);
            people = List.copyOf(people);
            others = List.copyOf(others);
        }
    }

    /** @param value as the form sends it */
    @TemplateData
    public record Other(String value, String label) {}
}
