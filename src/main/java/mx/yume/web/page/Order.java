package mx.yume.web.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A list whose order people change, one place at a time. */
public final class Order {

    private Order() {}

    /** @param where {@code arriba}, or else down; what is at the end already, or not there, stays */
    public static <T> List<T> moved(List<T> all, T what, @Nullable String where) {
        var order = new ArrayList<>(all);
        int from = order.indexOf(what);
        int to = from + ("arriba".equals(where) ? -1 : 1);
        if (from >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
        }
        return List.copyOf(order);
    }
}
