package mx.yume.web.connect;

import io.quarkus.qute.TemplateData;

/**
 * What the page shows, in words.
 *
 * @param number that customers write to now; empty while there is none
 * @param title and {@code text}: how it stands with the owner's own number
 * @param mark the class of that in the page's style: none, busy, wrong or good
 * @param waiting whether the page looks again by itself
 * @param button what the button says; empty where there is nothing to press
 * @param application and {@code configuration} and {@code version}: for Meta's sign-up
 */
@TemplateData
public record ConnectView(String business, String number, String title, String text, String mark, boolean waiting,
        String button,
        String application, String configuration, String version) {}
