package mx.yume.web.settings;

import io.quarkus.qute.TemplateData;
import mx.yume.web.page.Filled;

/**
 * What the page of settings shows.
 *
 * @param name its form, with the version that was shown, and {@code notices}, the other
 * @param publicPage whole address of the page for customers
 * @param quiet hours in which nobody is woken, in words
 * @param number that customers write to; empty while there is none
 * @param connection how it stands, in a sentence, and {@code mark}, its class in the page's style
 * @param used bookings of this month, in words
 */
@TemplateData
public record SettingsView(Filled name, int version, String slug, String publicPage, Filled notices, String quiet,
        String number,
        String connection, String mark, String used) {}
