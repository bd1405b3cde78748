package mx.yume.scheduling.series;

import java.time.ZonedDateTime;
import java.util.List;

import mx.yume.platform.Explained;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Refusal;

/** One time of a series. */
public sealed interface Occurrence {

    /** In the location's zone. */
    ZonedDateTime start();

    /** @param parts who would give what */
    record Free(ZonedDateTime start, List<Part> parts) implements Occurrence {

        public Free {
            parts = List.copyOf(parts);
        }
    }

    /** @param why with alternatives near that time, where another time may do */
    record Conflict(ZonedDateTime start, Refusal why) implements Occurrence, Explained {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }
}
