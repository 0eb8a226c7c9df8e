package io.sextant.exchange.xchange;

import info.bitrich.xchangestream.service.netty.NettyStreamingService;
import io.reactivex.rxjava3.disposables.Disposable;
import io.sextant.exchange.port.VenueStream;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * One connection over XChange's own WebSocket transport. Messages are taken as text, because XChange's channels log and drop
 * what they cannot read where we want to know; its own reconnecting is off for the same reason. Used once.
 */
public final class XChangeSocket extends NettyStreamingService<String> implements VenueStream {

    private static final System.Logger LOG = System.getLogger(XChangeSocket.class.getName());
    private static final int LONGEST_FRAME = 4 << 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** XChange pings a connection that was idle for so long. */
    private static final int IDLE_SECONDS = 15;

    private final Consumer<String> reader;
    private final IntConsumer renew;

    private XChangeSocket(String uri, Consumer<String> reader, IntConsumer renew) {
        super(uri, LONGEST_FRAME, CONNECT_TIMEOUT, CONNECT_TIMEOUT, IDLE_SECONDS);
        this.reader = reader;
        this.renew = renew;
        setAutoReconnect(false);
    }

    /** What a socket's owner hears. */
    public interface Owner {

        /** The connection stands; what is to be said first can be sent. */
        void opened(XChangeSocket socket);

        void read(String message);

        void closed(String why);

        /** A book has to be asked for anew on this connection. */
        void renewBook(XChangeSocket socket, int instrument);
    }

    public static XChangeSocket open(String uri, Owner owner) {
        XChangeSocket[] self = new XChangeSocket[1];
        XChangeSocket socket = new XChangeSocket(uri, owner::read, i -> owner.renewBook(self[0], i));
        self[0] = socket;
        Disposable lost = socket.subscribeDisconnect()
                .subscribe(gone -> owner.closed("the connection was closed"), e -> owner.closed(sentence(e)));
        Disposable connecting = socket.connect().subscribe(() -> owner.opened(socket), e -> {
            lost.dispose();
            owner.closed(sentence(e));
        });
        LOG.log(System.Logger.Level.DEBUG, () -> "connecting to " + uri + ", " + connecting);
        return socket;
    }

    private static String sentence(Throwable problem) {
        String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }

    @Override
    public void messageHandler(String message) {
        reader.accept(message);
    }

    @Override
    protected String getChannelNameFromMessage(String message) {
        return "";
    }

    @Override
    public String getSubscribeMessage(String channelName, Object... args) {
        return channelName;
    }

    @Override
    public String getUnsubscribeMessage(String channelName, Object... args) {
        return channelName;
    }

    @Override
    public void renewBook(int instrument) {
        renew.accept(instrument);
    }

    @Override
    public void close() {
        Disposable closing = disconnect()
                .subscribe(
                        () -> LOG.log(System.Logger.Level.DEBUG, "a connection is closed"),
                        e -> LOG.log(System.Logger.Level.DEBUG, "a connection did not close cleanly", e));
        LOG.log(System.Logger.Level.TRACE, closing::toString);
    }
}
