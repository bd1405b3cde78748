package mx.yume.business;

import java.time.LocalTime;

/** One stretch of a day on the wall clock. A closing time not after the opening one means the next day. */
public record Hours(LocalTime opens, LocalTime closes) {

    public boolean crossesMidnight() {
        return !closes.isAfter(opens);
    }
}
