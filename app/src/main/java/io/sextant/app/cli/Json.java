package io.sextant.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes one JSON value to standard output, and nothing else goes there. Exact amounts are strings. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static void print(PrintWriter out, Map<String, ?> value) {
        out.println(MAPPER.writeValueAsString(value));
        out.flush();
    }
}
