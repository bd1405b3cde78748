package mx.yume.business;

import java.util.Optional;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** What must hold before something is written: one thing is asked after another, until one is wrong. */
public final class Checks {

    private Checks() {}

    /** @return the first refusal, or what came of writing */
    @SafeVarargs
    public static <O, R extends O> Uni<O> passed(Supplier<Uni<O>> write, Supplier<Uni<Optional<R>>>... checks) {
        var last = write;
        for (int at = checks.length - 1; at >= 0; at--) {
            var check = checks[at];
            var next = last;
            last = () -> check.get().chain(refusal -> refusal.isPresent()
                    ? Uni.createFrom().item(refusal.get())
                    : next.get());
        }
        return last.get();
    }

    /** Of what is known without asking. */
    public static <R> Supplier<Uni<Optional<R>>> known(Supplier<Optional<R>> check) {
        return () -> Uni.createFrom().item(check);
    }

    /** Something to wait for on the way, a lock: nothing can be wrong with it. */
    public static <R> Supplier<Uni<Optional<R>>> first(Supplier<Uni<Void>> step) {
        return () -> step.get().replaceWith(Optional.empty());
    }
}
