package mx.yume.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.quarkus.qute.TemplateData;

/**
 * What is around every page.
 *
 * @param title of the section that is open
 * @param csrf for every form
 * @param done what was just done, in words; empty mostly
 * @param locations to switch between; none where there is but one
 */
@TemplateData
public record Frame(String business, String member, String title, String csrf, String done, String path, List<Link> links,
        List<Place> locations) {

    /** @param icon of those in icons.html */
    @TemplateData
    public record Link(String label, String path, String icon, boolean current, boolean atHand) {}

    @TemplateData
    public record Place(String id, String name, boolean current) {}

    public Frame {
        links = List.copyOf(links);
        locations = List.copyOf(locations);
    }

    /** Those that need one tap more on a phone. */
    public List<Link> others() {
        return links.stream().filter(link -> !link.atHand()).toList();
    }

    public List<Link> nearby() {
        return links.stream().filter(Link::atHand).toList();
    }

    /** Whether the open section is one of the others. */
    public boolean elsewhere() {
        return others().stream().anyMatch(Link::current);
    }

    static Frame of(Here here, Section section) {
        var links = Arrays.stream(Section.values()).filter(one -> here.may(one.needed()))
                .map(one -> new Link(one.label(), one.path(), one.name().toLowerCase(Locale.ROOT), one == section,
                        one.atHand()))
                .toList();
        var all = here.business().locations();
        var places = all.size() == 1 ? List.<Place>of()
                : all.stream().map(it -> new Place(it.id().value().toString(), it.name(), it.id().equals(here.location().id())))
                        .toList();
        return new Frame(here.business().publicName(), here.member().name(), section.label(), here.csrf(), here.done(),
                section.path(), links, places);
    }
}
