package mx.yume.business;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** What must hold before something is written: one thing is asked after another, until one is wrong. */
public final class Checks {

    private Checks() {}

    /** @return the first refusal, or what came of writing */
    @SafeVarargs
    public static <O, R extends O> Uni<O> passed(Supplier<Uni<O>> write, Supplier<Uni<Optional<R>>>... checks) {
        return passed(write, List.of(checks));
    }

    private static <O, R extends O> Uni<O> passed(Supplier<Uni<O>> write, List<Supplier<Uni<Optional<R>>>> checks) {
        return checks.isEmpty()
                ? write.get()
                : checks.getFirst().get().chain(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(refusal.get())
                        : passed(write, checks.subList(1, checks.size())));
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
