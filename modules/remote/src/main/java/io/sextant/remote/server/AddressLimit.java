package io.sextant.remote.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;

/** Only so many connections from one address, so that nobody holds all there are without having proven anything. */
final class AddressLimit implements Connection.Listener {

    private static final int IPV6_BYTES = 16;

    private final int most;
    private final IdentityHashMap<Connection, String> open = new IdentityHashMap<>();

    AddressLimit(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection && !take(connection)) {
            connection.getEndPoint().close();
        }
    }

    private synchronized boolean take(Connection connection) {
        String from = address(connection.getEndPoint().getRemoteSocketAddress());
        if (open.values().stream().filter(from::equals).count() >= most) {
            return false;
        }
        open.put(connection, from);
        return true;
    }

    /** Not told of those that were closed while they opened. */
    @Override
    public synchronized void onClosed(Connection connection) {
        open.remove(connection);
    }

    static String address(SocketAddress from) {
        if (!(from instanceof InetSocketAddress inet) || inet.getAddress() == null) {
            return "unknown";
        }
        byte[] bytes = inet.getAddress().getAddress();
        // A household or a server is given 2^64 addresses of this kind: they count as one.
        return bytes.length == IPV6_BYTES
                ? HexFormat.ofDelimiter(":").formatHex(bytes, 0, IPV6_BYTES / 2) + "::/64"
                : inet.getAddress().getHostAddress();
    }
}
