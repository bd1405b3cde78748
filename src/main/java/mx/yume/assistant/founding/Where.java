package mx.yume.assistant.founding;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where a business is.
 *
 * @param name as people say it, or empty where only the phone tells
 * @param zone a region of the IANA database
 * @param areaCode of the phone that tells the zone; empty where the place does
 */
@RegisterForReflection
public record Where(String name, String zone, String areaCode) {

    static Where of(String name, String zone) {
        return new Where(name, zone, "");
    }
}
