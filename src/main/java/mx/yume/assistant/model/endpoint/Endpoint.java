package mx.yume.assistant.model.endpoint;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.platform.watch.LogIds;

/** The language model behind its bounds: how many at once, how long, and not while it keeps failing. */
public final class Endpoint implements AutoCloseable {

    private final Optional<ChatModel> model;
    private final String name;
    private final Circuit circuit;
    private final Semaphore places;
    private final ModelWatch watch;
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param model nothing when none is configured */
    public Endpoint(Optional<ChatModel> model, String name, int concurrency, Circuit circuit, ModelWatch watch) {
        this.model = model;
        this.name = name;
        this.circuit = circuit;
        this.watch = watch;
        this.places = new Semaphore(concurrency);
    }

    public boolean configured() {
        return model.isPresent();
    }

    public String name() {
        return name;
    }

    /**
     * Runs one turn's work on a virtual thread, if there is a place for it now and the endpoint is not resting: nobody queues for
     * the model while the guided assistant could answer.
     */
    public <T> Uni<T> turn(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Uni.createFrom().failure(new ModelFailed(Reason.BUSY));
            }
            if (!circuit.allows()) {
                places.release();
                return Uni.createFrom().failure(new ModelFailed(Reason.RESTING));
            }
            return Uni.createFrom().<T>emitter(emitter -> virtualThreads.execute(LogIds.carried(() -> {
                T result;
                try {
                    result = work.call();
                } catch (Throwable failure) {
                    // Whatever it is, the turn that waits must hear of it.
                    places.release();
                    emitter.fail(failure);
                    return;
                }
                places.release();
                emitter.complete(result);
            }))).emitOn(backTo(Vertx.currentContext()));
        });
    }

    /** What follows the thinking belongs to the turn's own context again, if it has one. */
    private static Executor backTo(@Nullable Context context) {
        return work -> {
            if (context == null) {
                work.run();
            } else {
                context.runOnContext(here -> work.run());
            }
        };
    }

    /** Blocks the calling virtual thread until the model answers or the time is over; then the call is abandoned. */
    public ChatResponse ask(ChatRequest request, Deadline deadline) {
        long began = System.nanoTime();
        var asked = virtualThreads.submit(() -> model.orElseThrow().chat(request));
        try {
            var response = asked.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            circuit.succeeded();
            watch.answered(began);
            return response;
        } catch (TimeoutException late) {
            throw failed(Reason.TIMEOUT, "", began);
        } catch (ExecutionException broken) {
            throw failed(timedOut(broken) ? Reason.TIMEOUT : Reason.ENDPOINT, kind(broken), began);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ModelFailed(Reason.TIMEOUT, "interrupted");
        } finally {
            asked.cancel(true);
        }
    }

    /** What the endpoint said stays out of traces and logs: it may quote the request, the key even. */
    private ModelFailed failed(Reason reason, String kind, long began) {
        circuit.failed();
        watch.failed(reason, began);
        return new ModelFailed(reason, kind);
    }

    private static String kind(ExecutionException broken) {
        var cause = broken.getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }

    private static boolean timedOut(@Nullable Throwable failure) {
        return failure != null && (failure instanceof dev.langchain4j.exception.TimeoutException
                || failure instanceof TimeoutException || timedOut(failure.getCause()));
    }

    @Override
    public void close() {
        virtualThreads.shutdownNow();
    }
}
