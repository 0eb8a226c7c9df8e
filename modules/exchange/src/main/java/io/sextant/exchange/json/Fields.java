package io.sextant.exchange.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields of a JSON message by name and type; numbers keep all their digits, fields that nobody asked for are passed over. */
public final class Fields {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final int LONGEST_QUOTE = 80;

    private Fields() {}

    public static JsonNode parse(String text) throws UnreadableException {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new UnreadableException("an empty message");
            }
            return node;
        } catch (JacksonException e) {
            throw new UnreadableException("no JSON: " + quote(text), e);
        }
    }

    public static JsonNode object(JsonNode of, String name) throws UnreadableException {
        JsonNode found = of.path(name);
        if (!found.isObject()) {
            throw wrong(of, name, "an object");
        }
        return found;
    }

    public static JsonNode array(JsonNode of, String name) throws UnreadableException {
        JsonNode found = of.path(name);
        if (!found.isArray()) {
            throw wrong(of, name, "a list");
        }
        return found;
    }

    public static String text(JsonNode of, String name) throws UnreadableException {
        JsonNode found = of.path(name);
        if (!found.isString()) {
            throw wrong(of, name, "a text");
        }
        return found.stringValue();
    }

    public static long integer(JsonNode of, String name) throws UnreadableException {
        JsonNode found = of.path(name);
        if (!found.isIntegralNumber() || !found.canConvertToLong()) {
            throw wrong(of, name, "a whole number");
        }
        return found.longValue();
    }

    public static boolean flag(JsonNode of, String name) throws UnreadableException {
        JsonNode found = of.path(name);
        if (!found.isBoolean()) {
            throw wrong(of, name, "true or false");
        }
        return found.booleanValue();
    }

    /** A decimal in plain notation, whether the venue wrote it as a text or as a number. */
    public static String decimal(JsonNode found) throws UnreadableException {
        if (found.isString()) {
            return found.stringValue();
        }
        if (found.isNumber()) {
            return found.decimalValue().toPlainString();
        }
        throw new UnreadableException("a number was expected: " + quote(found.toString()));
    }

    public static String decimal(JsonNode of, String name) throws UnreadableException {
        return decimal(of.path(name));
    }

    private static UnreadableException wrong(JsonNode of, String name, String wanted) {
        return new UnreadableException("\"" + name + "\" is not " + wanted + ": " + quote(of.toString()));
    }

    private static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
