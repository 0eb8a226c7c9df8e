package io.sextant.remote.wire;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@link WireWriter} wrote, now or in an earlier version: a component that is not known is passed over, one that is missing is empty where it can
 * be (Optional, lists, maps). Anything else is {@link UnreadableWireException}.
 */
public final class WireReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private WireReader() {}

    public static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException broken) {
            throw new UnreadableWireException("this is no JSON", broken);
        }
    }

    public static Object read(String text, Type declared) {
        return read(tree(text), declared);
    }

    public static Object read(JsonNode node, Type declared) {
        if (declared instanceof GenericArrayType array) {
            return readArray(node, WireWriter.raw(array.getGenericComponentType()));
        }
        Class<?> raw = WireWriter.raw(declared);
        if (raw == Payload.class) {
            return new Payload(node);
        }
        if (raw == Optional.class) {
            return node.isNull() ? Optional.empty() : Optional.of(read(node, WireWriter.argument(declared, 0)));
        }
        if (raw == List.class || raw == Set.class) {
            return readCollection(node, declared, raw);
        }
        if (raw == Map.class) {
            return readMap(node, declared);
        }
        if (raw.isArray()) {
            return readArray(node, raw.getComponentType());
        }
        if (raw.isEnum()) {
            return constant(node, raw);
        }
        // A time zone is a sealed class too.
        if (raw.isSealed() && raw != ZoneId.class) {
            return readRecord(node, Family.of(raw).member(text(node.path(WireWriter.TYPE), raw)));
        }
        return raw.isRecord() ? readRecord(node, raw) : scalar(node, raw);
    }

    private static Object readCollection(JsonNode node, Type declared, Class<?> raw) {
        require(node.isArray(), raw, node);
        List<Object> all = new ArrayList<>();
        for (JsonNode one : node) {
            all.add(read(one, WireWriter.argument(declared, 0)));
        }
        return raw == List.class ? List.copyOf(all) : new LinkedHashSet<>(all);
    }

    private static Object readMap(JsonNode node, Type declared) {
        Map<Object, Object> map = new LinkedHashMap<>();
        Type value = WireWriter.argument(declared, 1);
        if (WireWriter.argument(declared, 0) == String.class) {
            require(node.isObject(), Map.class, node);
            node.properties().forEach(entry -> map.put(entry.getKey(), read(entry.getValue(), value)));
        } else {
            require(node.isArray(), Map.class, node);
            for (JsonNode pair : node) {
                require(pair.isArray() && pair.size() == 2, Map.class, pair);
                map.put(read(pair.get(0), WireWriter.argument(declared, 0)), read(pair.get(1), value));
            }
        }
        return map;
    }

    private static Object readArray(JsonNode node, Class<?> element) {
        require(node.isArray(), element, node);
        Object array = Array.newInstance(element, node.size());
        for (int i = 0; i < node.size(); i++) {
            Array.set(array, i, read(node.get(i), element));
        }
        return array;
    }

    private static Object constant(JsonNode node, Class<?> type) {
        String name = text(node, type);
        for (Object one : type.getEnumConstants()) {
            if (((Enum<?>) one).name().equals(name)) {
                return one;
            }
        }
        throw new UnreadableWireException("there is no " + type.getSimpleName() + " called " + name);
    }

    private static Object readRecord(JsonNode node, Class<?> type) {
        require(node.isObject(), type, node);
        RecordShape shape = RecordShape.of(type);
        @Nullable Object[] values = new @Nullable Object[shape.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = node.get(shape.name(i));
            boolean isMissing = value == null || (value.isNull() && shape.type(i) != Payload.class);
            values[i] = isMissing ? missing(shape, i, type) : readIn(value, shape.type(i), type, shape.name(i));
        }
        return shape.make(values);
    }

    private static Object readIn(JsonNode value, Type declared, Class<?> of, String name) {
        try {
            return read(value, declared);
        } catch (UnreadableWireException inside) {
            throw new UnreadableWireException(of.getSimpleName() + "." + name + ": " + inside.getMessage(), inside);
        }
    }

    private static @Nullable Object missing(RecordShape shape, int place, Class<?> type) {
        Class<?> raw =
                shape.type(place) instanceof GenericArrayType ? Object[].class : WireWriter.raw(shape.type(place));
        if (raw == Optional.class) {
            return Optional.empty();
        }
        if (raw == List.class) {
            return List.of();
        }
        if (raw == Set.class) {
            return Set.of();
        }
        if (raw == Map.class) {
            return Map.of();
        }
        if (raw.isPrimitive() || raw.isArray()) {
            throw new UnreadableWireException(type.getSimpleName() + " has no " + shape.name(place));
        }
        if (shape.canBeWithout(place)) {
            return null;
        }
        throw new UnreadableWireException(type.getSimpleName() + " has no " + shape.name(place));
    }

    private static Object scalar(JsonNode node, Class<?> type) {
        if (type == String.class) {
            return text(node, type);
        }
        if (type == boolean.class || type == Boolean.class) {
            require(node.isBoolean(), type, node);
            return node.booleanValue();
        }
        if (type == double.class || type == Double.class) {
            return number(node);
        }
        if (type == int.class || type == Integer.class) {
            require(node.isIntegralNumber() && node.canConvertToInt(), type, node);
            return node.intValue();
        }
        if (type == long.class || type == Long.class) {
            require(node.isIntegralNumber() && node.canConvertToLong(), type, node);
            return node.longValue();
        }
        return word(text(node, type), type);
    }

    private static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (text(node, double.class)) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new UnreadableWireException(node + " is no number");
        };
    }

    private static Object word(String text, Class<?> type) {
        try {
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (type == Period.class) {
                return Period.parse(text);
            }
            if (ZoneId.class.isAssignableFrom(type)) {
                return ZoneId.of(text);
            }
            if (type == URI.class) {
                return URI.create(text);
            }
        } catch (DateTimeException | IllegalArgumentException broken) {
            throw new UnreadableWireException(text + " is no " + type.getSimpleName(), broken);
        }
        throw new IllegalArgumentException(type + " cannot be sent");
    }

    private static String text(JsonNode node, Class<?> type) {
        require(node.isString(), type, node);
        return node.stringValue();
    }

    private static void require(boolean fits, Class<?> type, JsonNode node) {
        if (!fits) {
            String said = node.toString();
            throw new UnreadableWireException(
                    "expected " + type.getSimpleName() + ", found " + said.substring(0, Math.min(said.length(), 80)));
        }
    }
}
