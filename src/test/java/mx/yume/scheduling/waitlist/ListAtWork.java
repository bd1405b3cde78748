package mx.yume.scheduling.waitlist;

import java.util.List;

import mx.yume.platform.JobWorker;
import mx.yume.testing.PlainYume;

/** Whatever follows by itself from freed time and from offers that run out; all other facts are but noted. */
public final class ListAtWork {

    private ListAtWork() {}

    public static JobWorker of(PlainYume yume) {
        return yume.worker(List.of(yume.the(Offering.class), yume.the(Lapsing.class), new InLine.Noting()));
    }
}
