package io.sextant.remote.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;

/** Only so many connections from one address, so that nobody holds all there are without having proven anything. */
final class AddressLimit implements Connection.Listener {

    private final int most;
    private final Map<String, Integer> open = new HashMap<>();

    AddressLimit(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection)) {
            return;
        }
        boolean tooMany;
        synchronized (this) {
            tooMany = open.merge(address(connection), 1, Integer::sum) > most;
        }
        if (tooMany) {
            connection.close();
        }
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        if (connection instanceof SslConnection) {
            open.computeIfPresent(address(connection), (address, count) -> count == 1 ? null : count - 1);
        }
    }

    private static String address(Connection connection) {
        return address(connection.getEndPoint().getRemoteSocketAddress());
    }

    static String address(SocketAddress from) {
        return from instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }
}
