package mx.yume.testing.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Sits beside the handlers that write the log, and keeps each line that holds what is {@link Confidential} or what somebody wrote.
 * Tests run in several class loaders: they meet at the one handler of this JVM, by types that all of them share.
 */
public final class LogWatch extends Handler implements Supplier<List<String>>, Consumer<String> {

    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");
    /** Shorter ones, "hola", are in logs by chance. */
    private static final int LEAST = 12;

    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> offences = new ConcurrentLinkedQueue<>();

    private LogWatch() {}

    /** Remembers what somebody wrote, for as long as this JVM tests. */
    @SuppressWarnings("unchecked")
    public static void said(String text) {
        if (text.length() >= LEAST) {
            ((Consumer<String>) ofThisJvm()).accept(text);
        }
    }

    /** What was found since this was last asked. */
    @SuppressWarnings("unchecked")
    static List<String> found() {
        return ((Supplier<List<String>>) ofThisJvm()).get();
    }

    /** Whichever class loader made it; put up where there is none. */
    static synchronized Handler ofThisJvm() {
        var root = Logger.getLogger("");
        return Arrays.stream(root.getHandlers())
                .filter(handler -> handler.getClass().getName().equals(LogWatch.class.getName())).findFirst()
                .orElseGet(() -> {
                    var watch = new LogWatch();
                    root.addHandler(watch);
                    return watch;
                });
    }

    @Override
    public void accept(String text) {
        said.add(text);
    }

    @Override
    public void publish(LogRecord logged) {
        var line = line(logged);
        Confidential.in(line).or(() -> said.stream().filter(line::contains).map(text -> "what somebody wrote").findFirst())
                .ifPresent(what -> offences.add(what + " in a line of " + logged.getLoggerName() + ": " + line));
    }

    /** The message and those of its causes, which the log shows with their stacks. */
    private static String line(LogRecord logged) {
        var line = new StringBuilder(MESSAGE.format(logged));
        @Nullable
        Throwable cause = logged.getThrown();
        for (int depth = 0; cause != null && depth < 10; depth++) {
            line.append('\n').append(cause);
            cause = cause.getCause();
        }
        return line.toString();
    }

    @Override
    public List<String> get() {
        var found = new ArrayList<String>();
        for (var next = offences.poll(); next != null; next = offences.poll()) {
            found.add(next);
        }
        return List.copyOf(found);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
