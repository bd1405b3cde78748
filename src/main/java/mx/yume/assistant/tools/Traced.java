package mx.yume.assistant.tools;

import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** Leaves each tool call, with what came of it and how long it took, in the turn's trace. */
final class Traced {

    private Traced() {}

    static <T> Uni<T> call(ToolContext context, String call, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            return work.get()
                    .invoke(result -> trace(context, call, result.getClass().getSimpleName(), began))
                    .onFailure().invoke(failure -> trace(context, call, failure.getClass().getSimpleName(), began));
        });
    }

    private static void trace(ToolContext context, String call, String outcome, long began) {
        context.turn().progress().trace("tool", call + " → " + outcome, (System.nanoTime() - began) / 1000);
    }
}
