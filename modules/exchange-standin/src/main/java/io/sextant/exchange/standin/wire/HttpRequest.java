package io.sextant.exchange.standin.wire;

import java.util.Map;
import java.util.Optional;

/** A request as far as an exchange looks at it. */
public record HttpRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    /** Where the query stands as it was sent, beside the headers; signatures are made over it. */
    public static final String RAW_QUERY = ":query";

    public HttpRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    public static HttpRequest get(String path, Map<String, String> query) {
        return new HttpRequest("GET", path, query, Map.of(), "");
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The parameter as a number, or {@code otherwise}. */
    public long number(String name, long otherwise) {
        return parameter(name).map(Long::parseLong).orElse(otherwise);
    }

    /** By lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
