package mx.yume.assistant.tools;

import java.util.regex.Pattern;

/** "No sé", "espera", "déjame pensarlo": whoever says so beside a yes has not agreed to anything yet. Pure. */
final class Doubt {

    private static final Pattern SAID = Pattern.compile(
            "(?<!\\p{L})(?:no s[eé]|no estoy segur[oa]|no me decido|d[eé]jame|esp[eé]ra(?:me|te)?"
                    + "|qui[eé]n sabe|tal vez|quiz[aá]s?|lo (?:voy a pensar|pienso)|tengo (?:mis |una )?dudas?)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Doubt() {}

    /** Whether any message of the burst says so. */
    static boolean in(ToolContext context) {
        return context.heard().stream().filter(heard -> heard.tap().isEmpty())
                .anyMatch(heard -> said(heard.message().body()));
    }

    static boolean said(String text) {
        return SAID.matcher(text).find();
    }
}
