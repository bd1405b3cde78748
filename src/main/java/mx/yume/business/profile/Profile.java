package mx.yume.business.profile;

/**
 * How customers know a business.
 *
 * @param slug of its page: {@code /s/{slug}}; it stays when the name changes, since it is printed on paper
 * @param version what a change must name
 */
public record Profile(String name, String slug, int version) {}
