package mx.yume.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import mx.yume.platform.StartRefused;

/** A server that outlived the Yume that started it, because that one was killed. Only ever a server on our own folder. */
final class LeftoverServer {

    private static final int SECONDS_TO_STOP = 30;
    /** Counted from 0, as PostgreSQL writes its lock file. */
    private static final int LINE_OF_PORT = 3;

    private LeftoverServer() {}

    /** Stops the server named in postmaster.pid, if it runs and is ours. The caller holds the folder's lock. */
    static void stop(Path cluster) {
        running(cluster).ifPresent(server -> {
            // Fast, then immediate shutdown, as PostgreSQL names them: both are safe, the second replays its log at the next start.
            if (!stopped(server, "INT") && !stopped(server, "QUIT")) {
                throw new StartRefused("A PostgreSQL server (process " + server.pid() + ") still runs on " + cluster
                        + " and does not stop: stop it, then start Yume again.");
            }
        });
    }

    static Optional<ProcessHandle> running(Path cluster) {
        return recordedPid(cluster).flatMap(ProcessHandle::of).filter(process -> isServerOf(process, cluster));
    }

    /** Where the server listens that runs on this folder. */
    static Optional<Integer> port(Path cluster) {
        return running(cluster).map(server -> {
            try {
                return Integer.valueOf(Files.readAllLines(cluster.resolve("postmaster.pid")).get(LINE_OF_PORT).strip());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static Optional<Long> recordedPid(Path cluster) {
        var file = cluster.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().findFirst().map(String::strip).filter(pid -> pid.matches("\\d{1,18}"))
                            .map(Long::valueOf)
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Process ids are reused: it must be a postgres, and on this folder. */
    private static boolean isServerOf(ProcessHandle process, Path cluster) {
        var command = process.info().command().map(Path::of).map(Path::getFileName).map(Path::toString).orElse("");
        var arguments = process.info().arguments().map(Arrays::asList).orElseGet(Arrays::asList);
        int folder = arguments.indexOf("-D") + 1;
        return (command.equals("postgres") || command.equals("postgres.exe"))
                && folder > 0 && folder < arguments.size() && Path.of(arguments.get(folder)).equals(cluster);
    }

    private static boolean stopped(ProcessHandle server, String signal) {
        CompletableFuture<ProcessHandle> exit = server.onExit();
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid())).start().waitFor();
            exit.get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (IOException | ExecutionException failure) {
            throw new StartRefused("The PostgreSQL server left over from the last run (process " + server.pid()
                    + ") could not be stopped: stop it, then start Yume again.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while stopping the PostgreSQL server of the last run.", interrupted);
        }
    }
}
