package mx.yume.web.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What somebody signs in with, so that they know it again: "Chrome en Android". Nothing else of what a browser tells is kept. */
public final class Device {

    /** What is named first counts: browsers claim to be those that came before them. */
    private static final Map<String, String> BROWSERS = ordered("WhatsApp", "WhatsApp", "FBAN", "Facebook", "FBAV", "Facebook",
            "Instagram", "Instagram", "Edg", "Edge", "OPR/", "Opera", "SamsungBrowser", "Samsung Internet", "Firefox",
            "Firefox",
            "FxiOS", "Firefox", "CriOS", "Chrome", "Chrome/", "Chrome", "Chromium", "Chrome", "Safari/", "Safari");
    private static final Map<String, String> SYSTEMS = ordered("iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "CrOS",
            "Chromebook", "Windows", "Windows", "Macintosh", "Mac", "Linux", "Linux");
    /** More of it is not looked at. */
    private static final int MOST = 500;

    private Device() {}

    /** Empty for what is no browser that people use. */
    static String describe(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        var text = userAgent.substring(0, Math.min(userAgent.length(), MOST));
        var browser = named(BROWSERS, text);
        var system = named(SYSTEMS, text);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " en " + system;
    }

    private static String named(Map<String, String> names, String text) {
        return names.entrySet().stream().filter(name -> text.contains(name.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
