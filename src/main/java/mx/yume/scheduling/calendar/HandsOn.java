package mx.yume.scheduling.calendar;

import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Processing;
import mx.yume.business.Service;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Part;

/** When a part of a visit needs its staff member: all of it, but for the rest in the middle that some services have. */
final class HandsOn {

    private HandsOn() {}

    /** Sorted; of a service that is not sold any more, or was shortened below its rest, all of the part. */
    static List<TimeRange> of(Business business, Part part) {
        var whole = new TimeRange(part.start().toInstant(), part.end().toInstant());
        return business.service(part.service()).flatMap(Service::processing).flatMap(rest -> around(rest, whole))
                .orElse(List.of(whole));
    }

    private static Optional<List<TimeRange>> around(Processing rest, TimeRange whole) {
        var from = whole.start().plus(rest.after());
        var to = whole.start().plus(rest.end());
        return to.isBefore(whole.end())
                ? Optional.of(List.of(new TimeRange(whole.start(), from), new TimeRange(to, whole.end())))
                : Optional.empty();
    }
}
