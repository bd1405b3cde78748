package mx.yume.web.schedule;

import java.util.ArrayList;
import java.util.List;

/** Stands side by side what one person has at once: while one rests, the next is served. */
final class Lanes {

    private static final int MOST = 4;

    private Lanes() {}

    /**
     * The class of each, "" for those that are alone and else "lane2of3".
     *
     * @param spans sorted by start
     */
    static List<String> of(List<Span> spans) {
        var classes = new ArrayList<String>();
        int at = 0;
        while (at < spans.size()) {
            int end = spans.get(at).to();
            int next = at + 1;
            while (next < spans.size() && spans.get(next).from() < end) {
                end = Math.max(end, spans.get(next).to());
                next++;
            }
            classes.addAll(lanes(spans.subList(at, next)));
            at = next;
        }
        return classes;
    }

    private static List<String> lanes(List<Span> together) {
        var ends = new ArrayList<Integer>();
        var mine = new ArrayList<Integer>();
        for (var span : together) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > span.from()) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(span.to());
            } else {
                ends.set(lane, span.to());
            }
            mine.add(lane);
        }
        int all = Math.min(ends.size(), MOST);
        return mine.stream().map(lane -> all == 1 ? "" : "lane" + (Math.min(lane, MOST - 1) + 1) + "of" + all).toList();
    }
}
