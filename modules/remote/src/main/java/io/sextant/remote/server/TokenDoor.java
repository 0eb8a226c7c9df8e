package io.sextant.remote.server;

import io.sextant.remote.identity.Identities;
import io.sextant.remote.protocol.Protocol;
import io.sextant.remote.wire.UnreadableWireException;
import io.sextant.remote.wire.WireReader;
import io.sextant.remote.wire.WireWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Changes a name and a password into a token of some minutes. */
final class TokenDoor extends Handler.Abstract {

    private static final int MOST_BYTES = 2_048;

    private final Identities identities;
    private final boolean isOpen;
    private final AuditTrail audit;
    private final Allowance unproven;

    TokenDoor(Identities identities, boolean isOpen, AuditTrail audit, Allowance unproven) {
        this.identities = identities;
        this.isOpen = isOpen;
        this.audit = audit;
        this.unproven = unproven;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        if (!Request.getPathInContext(request).equals(Protocol.TOKEN)) {
            return false;
        }
        if (!isOpen || !HttpMethod.POST.is(request.getMethod())) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
        String from = AddressLimit.address(request.getConnectionMetaData().getRemoteSocketAddress());
        Protocol.Credentials said;
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
                return true;
            }
            said = (Protocol.Credentials)
                    WireReader.read(new String(body, StandardCharsets.UTF_8), Protocol.Credentials.class);
        } catch (UnreadableWireException unreadable) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        switch (identities.logIn(said.user(), said.password().toCharArray(), from)) {
            case Identities.Login.Welcome(String token) ->
                PlainErrors.json(
                        response,
                        callback,
                        HttpStatus.OK_200,
                        WireWriter.write(new Protocol.Token(token), Protocol.Token.class));
            case Identities.Login.Wrong _ -> {
                note(from, "gave a wrong name or password");
                PlainErrors.write(
                        response, callback, HttpStatus.UNAUTHORIZED_401, "The name or the password is wrong.");
            }
            case Identities.Login.TooOften _ -> {
                note(from, "tries too often");
                PlainErrors.write(
                        response, callback, HttpStatus.TOO_MANY_REQUESTS_429, "Too many tries; wait a minute.");
            }
        }
        return true;
    }

    private void note(String from, String what) {
        if (unproven.take()) {
            Trail.line(audit, "somebody at " + from, what);
        }
    }
}
