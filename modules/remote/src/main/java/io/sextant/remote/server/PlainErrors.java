package io.sextant.remote.server;

import io.sextant.remote.wire.WireWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A refusal says what it is and nothing of what stands behind. */
final class PlainErrors implements Request.Handler {

    /** What is said of a fault. */
    public record Problem(int status, String sentence) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        write(response, callback, response.getStatus(), HttpStatus.getMessage(response.getStatus()));
        return true;
    }

    static void write(Response response, Callback callback, int status, String sentence) {
        json(response, callback, status, WireWriter.write(new Problem(status, sentence), Problem.class));
    }

    static void json(Response response, Callback callback, int status, String text) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
