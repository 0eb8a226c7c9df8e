package io.sextant.remote.wire;

import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Writes a value as JSON. A record is an object of its components; a member of a sealed family says its name as {@code type}; an empty Optional is left
 * out; numbers that are none (NaN, the infinities) are words; what maps anything but words is a list of pairs.
 */
public final class WireWriter {

    static final String TYPE = "type";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private WireWriter() {}

    /** {@code declared} is what the reader expects; it decides whether the value says its name. */
    public static String write(Object value, Type declared) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator to = MAPPER.createGenerator(text)) {
            write(value, declared, to);
        }
        return text.toString();
    }

    /** The same as a tree, of which changes can be told. */
    public static JsonNode tree(Object value, Type declared) {
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            write(value, declared, buffer);
            return MAPPER.readTree(buffer.asParser());
        }
    }

    private static void write(@Nullable Object value, Type declared, JsonGenerator to) {
        switch (value) {
            case null -> to.writeNull();
            case String word -> to.writeString(word);
            case Boolean truth -> to.writeBoolean(truth);
            case Double number -> writeDouble(number, to);
            case Integer number -> to.writeNumber(number);
            case Long number -> to.writeNumber(number);
            case Enum<?> constant -> to.writeString(constant.name());
            case Optional<?> maybe -> write(maybe.orElse(null), argument(declared, 0), to);
            case Collection<?> all -> {
                to.writeStartArray();
                for (Object one : all) {
                    write(one, argument(declared, 0), to);
                }
                to.writeEndArray();
            }
            case Map<?, ?> map -> writeMap(map, declared, to);
            case Payload payload -> MAPPER.writeTree(to, payload.node());
            case Record record -> writeRecord(record, declared, to);
            case LocalDate date -> to.writeString(date.toString());
            case Period period -> to.writeString(period.toString());
            case ZoneId zone -> to.writeString(zone.getId());
            case URI uri -> to.writeString(uri.toString());
            default -> writeArray(value, to);
        }
    }

    private static void writeDouble(double number, JsonGenerator to) {
        if (Double.isFinite(number)) {
            to.writeNumber(number);
        } else {
            to.writeString(Double.toString(number));
        }
    }

    private static void writeMap(Map<?, ?> map, Type declared, JsonGenerator to) {
        boolean words = argument(declared, 0) == String.class;
        if (words) {
            to.writeStartObject();
        } else {
            to.writeStartArray();
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (words) {
                to.writeName((String) entry.getKey());
                write(entry.getValue(), argument(declared, 1), to);
            } else {
                to.writeStartArray();
                write(entry.getKey(), argument(declared, 0), to);
                write(entry.getValue(), argument(declared, 1), to);
                to.writeEndArray();
            }
        }
        if (words) {
            to.writeEndObject();
        } else {
            to.writeEndArray();
        }
    }

    private static void writeRecord(Record record, Type declared, JsonGenerator to) {
        RecordShape shape = RecordShape.of(record.getClass());
        to.writeStartObject();
        if (raw(declared) != record.getClass()) {
            to.writeStringProperty(TYPE, record.getClass().getSimpleName());
        }
        for (int i = 0; i < shape.size(); i++) {
            Object value = shape.get(record, i);
            if (value == null || value.equals(Optional.empty())) {
                continue;
            }
            to.writeName(shape.name(i));
            write(value, shape.type(i), to);
        }
        to.writeEndObject();
    }

    private static void writeArray(Object array, JsonGenerator to) {
        if (!array.getClass().isArray()) {
            throw new IllegalArgumentException(array.getClass() + " cannot be sent");
        }
        Class<?> element = array.getClass().getComponentType();
        to.writeStartArray();
        for (int i = 0; i < Array.getLength(array); i++) {
            write(Array.get(array, i), element, to);
        }
        to.writeEndArray();
    }

    static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType of -> (Class<?>) of.getRawType();
            default -> throw new IllegalArgumentException("nothing is known of " + type);
        };
    }

    static Type argument(Type type, int place) {
        if (type instanceof ParameterizedType of) {
            return of.getActualTypeArguments()[place];
        }
        throw new IllegalArgumentException("it is not said of what " + type + " is");
    }
}
