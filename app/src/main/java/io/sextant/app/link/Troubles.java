package io.sextant.app.link;

import io.sextant.remote.wire.UnreadableWireException;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTrouble.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What kind of trouble an attempt to open a line met, so that the window can say it in the reader's language. */
final class Troubles {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final String WRONG = "the name or the password is wrong";
    private static final String TOO_OFTEN = "too many tries";

    private Troubles() {}

    /** {@code place} is host and port. */
    static LinkTrouble of(IOException failed, String place) {
        String message = String.valueOf(failed.getMessage());
        if (message.equals(WRONG)) {
            return new LinkTrouble(Kind.WRONG_PASSWORD, message);
        }
        if (message.startsWith(TOO_OFTEN)) {
            return new LinkTrouble(Kind.TOO_MANY_TRIES, message);
        }
        // The deepest cause that says something: a name that nobody knows is told as a connection that failed.
        Kind kind = Kind.BROKEN;
        String detail = message;
        int depth = 0;
        for (Throwable cause = failed; cause != null && depth < 16; cause = cause.getCause(), depth++) {
            Kind found = kindOf(cause);
            if (found != Kind.BROKEN && kind != Kind.NOT_TRUSTED) {
                kind = found;
                detail = found == Kind.NOT_TRUSTED || found == Kind.NOT_SECURE
                        ? String.valueOf(cause.getMessage())
                        : place;
            }
        }
        return new LinkTrouble(kind, detail);
    }

    private static Kind kindOf(Throwable cause) {
        return switch (cause) {
            case UnresolvedAddressException _, UnknownHostException _ -> Kind.UNKNOWN_HOST;
            case ConnectException _ -> Kind.NOBODY_LISTENS;
            case HttpTimeoutException _, TimeoutException _ -> Kind.NO_ANSWER;
            case SSLHandshakeException _ -> Kind.NOT_TRUSTED;
            case SSLException _ -> Kind.NOT_SECURE;
            case UnreadableWireException _ -> Kind.NOT_SEXTANT;
            case WebSocketHandshakeException refused ->
                switch (refused.getResponse().statusCode()) {
                    case UNAUTHORIZED -> Kind.NOT_KNOWN;
                    case TOO_MANY -> Kind.TOO_MANY_LINES;
                    default -> Kind.NOT_SEXTANT;
                };
            default -> Kind.BROKEN;
        };
    }
}
