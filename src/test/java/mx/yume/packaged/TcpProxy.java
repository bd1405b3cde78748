package mx.yume.packaged;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to another port of this machine that can be cut and mended. */
final class TcpProxy implements Closeable {

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    TcpProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every connection breaks, and new ones are dropped as they come. */
    void cut() throws IOException {
        cut = true;
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var inside = door.accept();
                if (cut) {
                    inside.close();
                } else {
                    join(inside, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            } catch (IOException closed) {
                // The test is over, or one connection failed: the next one is waited for, if there can be one.
            }
        }
    }

    private void join(Socket inside, Socket outside) {
        open.add(inside);
        open.add(outside);
        Thread.startVirtualThread(() -> pump(inside, outside));
        Thread.startVirtualThread(() -> pump(outside, inside));
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // Both ends are closed by now, which is all that a broken line means here.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }
}
