package io.sextant.notify.send;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String of(Map<String, Object> map) {
        return MAPPER.writeValueAsString(map);
    }
}
