package io.sextant.exchange.standin.wire;

import java.util.Map;

/** An answer with status, headers and a JSON body. */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public static HttpAnswer ok(String body) {
        return new HttpAnswer(200, Map.of(), body);
    }

    public static HttpAnswer of(int status, String body) {
        return new HttpAnswer(status, Map.of(), body);
    }

    /** The same with another body. */
    public HttpAnswer withBody(String other) {
        return new HttpAnswer(status, headers, other);
    }
}
