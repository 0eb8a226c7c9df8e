package io.sextant.remote.client;

import io.sextant.remote.certificate.Tls;
import io.sextant.remote.protocol.Protocol;
import io.sextant.remote.wire.UnreadableWireException;
import io.sextant.remote.wire.WireReader;
import io.sextant.remote.wire.WireWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;

/** Lines to a server over TLS 1.3, trusted only when one of the pinned authorities signed for the very host that was asked for. */
public final class SecureLines implements Line.Opener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int OK = 200;

    private final ServerAddress address;
    private final Proof proof;
    private final HttpClient http;

    public SecureLines(ServerAddress address, List<X509Certificate> authorities, Proof proof) {
        this.address = address;
        this.proof = proof;
        SSLContext context = Tls.context(
                Tls.trusted(authorities),
                proof instanceof Proof.ByCertificate(var own) ? Optional.of(own) : Optional.empty());
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {Tls.PROTOCOL});
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .sslContext(context)
                .sslParameters(parameters)
                .build();
    }

    @Override
    public Line open(Line.Listener listener) throws IOException {
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (proof instanceof Proof.ByPassword(String user, String password)) {
            builder.header("Authorization", "Bearer " + token(user, password));
        }
        SocketLine line = new SocketLine(listener);
        try {
            WebSocket socket = builder.buildAsync(address.at("wss", Protocol.WIRE), line)
                    .get(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
            line.begin(socket);
            return line;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("it was given up", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException(sentence(failed), failed);
        }
    }

    private String token(String user, String password) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.at("https", Protocol.TOKEN))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(
                        WireWriter.write(new Protocol.Credentials(user, password), Protocol.Credentials.class)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case OK -> ((Protocol.Token) WireReader.read(response.body(), Protocol.Token.class)).token();
                case UNAUTHORIZED -> throw new IOException("the name or the password is wrong");
                case TOO_MANY ->
                    throw new IOException("too many tries with a wrong password; it has to wait a minute or more");
                default -> throw new IOException("the server takes no passwords (" + response.statusCode() + ")");
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("it was given up", stopped);
        } catch (UnreadableWireException unreadable) {
            throw new IOException("what answers there is no engine of Sextant", unreadable);
        } catch (SSLException | HttpTimeoutException | java.net.ConnectException failed) {
            throw new IOException(sentence(failed), failed);
        }
    }

    private String sentence(Throwable failed) {
        Throwable cause = failed;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String where = address.host() + ":" + address.port();
        return switch (cause) {
            case WebSocketHandshakeException refused
            when refused.getResponse().statusCode() == UNAUTHORIZED -> "the server does not know who this is";
            case WebSocketHandshakeException refused
            when refused.getResponse().statusCode() == TOO_MANY -> "the server has too many lines open";
            case WebSocketHandshakeException refused ->
                "what answers at " + where + " is no engine of Sextant ("
                        + refused.getResponse().statusCode() + ")";
            case SSLHandshakeException untrusted ->
                "the server at " + where + " cannot be trusted: " + untrusted.getMessage();
            case SSLException broken -> "no secure line to " + where + ": " + broken.getMessage();
            case HttpTimeoutException _ -> where + " does not answer";
            case TimeoutException _ -> where + " does not answer";
            case java.net.ConnectException _ -> "nobody listens at " + where;
            default -> "no line to " + where + ": " + cause.getMessage();
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
