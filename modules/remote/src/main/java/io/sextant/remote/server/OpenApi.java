package io.sextant.remote.server;

import io.sextant.remote.wire.Payload;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The document of all paths (OpenAPI 3.1), made of the paths themselves and of the very types that are written and read. */
final class OpenApi {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMAS = "#/components/schemas/";

    private final List<Route> routes;
    private final String version;
    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Deque<Class<?>> undescribed = new ArrayDeque<>();

    OpenApi(List<Route> routes, String version) {
        this.routes = routes;
        this.version = version;
    }

    ObjectNode document() {
        ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Sextant engine")
                .put("version", version)
                .put(
                        "description",
                        "Whole numbers of money, prices and quantities are exact; moments are nanoseconds since 1970 in UTC.");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            ObjectNode path =
                    paths.has(route.path()) ? (ObjectNode) paths.get(route.path()) : paths.putObject(route.path());
            path.set(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        while (!undescribed.isEmpty()) {
            Class<?> next = undescribed.poll();
            schemas.put(nameOf(next), describe(next));
        }
        ObjectNode components = document.putObject("components");
        ObjectNode all = components.putObject("schemas");
        schemas.forEach(all::set);
        ObjectNode ways = components.putObject("securitySchemes");
        ways.putObject("certificate").put("type", "mutualTLS");
        ways.putObject("token").put("type", "http").put("scheme", "bearer");
        ArrayNode either = document.putArray("security");
        either.addObject().putArray("certificate");
        either.addObject().putArray("token");
        return document;
    }

    private ObjectNode operation(Route route) {
        ObjectNode operation = NODES.objectNode().put("summary", route.summary());
        if (!route.parameters().isEmpty()) {
            ArrayNode parameters = operation.putArray("parameters");
            route.parameters()
                    .forEach(one -> parameters
                            .addObject()
                            .put("name", one.name())
                            .put("in", one.in())
                            .put("required", one.isRequired())
                            .put("description", one.summary())
                            .set("schema", schema(one.type())));
        }
        route.body().ifPresent(type -> {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.putObject("content").putObject("application/json").set("schema", schema(type));
        });
        ObjectNode responses = operation.putObject("responses");
        ObjectNode good = responses.putObject("200").put("description", "The answer.");
        good.putObject("content").putObject("application/json").set("schema", schema(route.answer()));
        Map.of(
                        "400",
                        "It cannot be read.",
                        "401",
                        "Nobody known.",
                        "403",
                        "The role does not reach.",
                        "429",
                        "Too often.")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> problem(responses, entry.getKey(), entry.getValue()));
        return operation;
    }

    private void problem(ObjectNode responses, String status, String description) {
        ObjectNode response = responses.putObject(status).put("description", description);
        response.putObject("content").putObject("application/json").set("schema", schema(PlainErrors.Problem.class));
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType of) {
            return generic((Class<?>) of.getRawType(), of);
        }
        if (!(type instanceof Class<?> raw)) {
            return NODES.objectNode();
        }
        ObjectNode plain = plain(raw);
        if (plain != null) {
            return plain;
        }
        if (raw.isArray()) {
            ObjectNode array = NODES.objectNode().put("type", "array");
            array.set("items", schema(raw.getComponentType()));
            return array;
        }
        return reference(raw);
    }

    private ObjectNode generic(Class<?> raw, ParameterizedType of) {
        Type first = of.getActualTypeArguments()[0];
        ObjectNode schema = NODES.objectNode();
        if (raw == Optional.class) {
            schema.putArray("anyOf").add(schema(first)).addObject().put("type", "null");
        } else if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array").set("items", schema(first));
        } else if (Map.class.isAssignableFrom(raw)) {
            Type value = of.getActualTypeArguments()[1];
            if (first == String.class) {
                schema.put("type", "object").set("additionalProperties", schema(value));
            } else {
                ObjectNode pair = schema.put("type", "array").putObject("items").put("type", "array");
                pair.putArray("prefixItems").add(schema(first)).add(schema(value));
            }
        } else {
            return reference(raw);
        }
        return schema;
    }

    /** What has no shape of its own. */
    private static @Nullable ObjectNode plain(Class<?> raw) {
        ObjectNode schema = NODES.objectNode();
        return switch (raw.getName()) {
            case "boolean", "java.lang.Boolean" -> schema.put("type", "boolean");
            case "int", "java.lang.Integer" -> schema.put("type", "integer").put("format", "int32");
            case "long", "java.lang.Long" -> schema.put("type", "integer").put("format", "int64");
            case "double", "java.lang.Double" -> {
                ArrayNode either = schema.putArray("anyOf");
                either.addObject().put("type", "number");
                either.addObject().putArray("enum").add("NaN").add("Infinity").add("-Infinity");
                yield schema;
            }
            case "java.lang.String", "java.time.Period", "java.time.ZoneId" -> schema.put("type", "string");
            case "java.time.LocalDate" -> schema.put("type", "string").put("format", "date");
            case "java.net.URI" -> schema.put("type", "string").put("format", "uri");
            default -> raw == Payload.class ? schema : null;
        };
    }

    private ObjectNode reference(Class<?> raw) {
        return NODES.objectNode().put("$ref", SCHEMAS + nameOf(raw));
    }

    /** Its simple name, or, where another has that already, with its enclosing type's before it. */
    private String nameOf(Class<?> type) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String name = type.getSimpleName();
        for (Class<?> outer = type.getEnclosingClass(); names.containsValue(name); outer = outer.getEnclosingClass()) {
            if (outer == null) {
                name = type.getName();
                break;
            }
            name = outer.getSimpleName() + "." + name;
        }
        names.put(type, name);
        undescribed.add(type);
        return name;
    }

    private ObjectNode describe(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        if (type.isEnum()) {
            ArrayNode constants = schema.put("type", "string").putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(one -> constants.add(((Enum<?>) one).name()));
        } else if (type.isRecord()) {
            ObjectNode properties = schema.put("type", "object").putObject("properties");
            if (isMember(type)) {
                properties.putObject("type").put("const", type.getSimpleName());
            }
            for (RecordComponent component : type.getRecordComponents()) {
                properties.set(component.getName(), schema(component.getGenericType()));
            }
        } else if (type.isSealed()) {
            ArrayNode members = schema.putArray("oneOf");
            members(type).forEach(member -> members.add(reference(member)));
            schema.putObject("discriminator").put("propertyName", "type");
        }
        return schema;
    }

    private static boolean isMember(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    private static Stream<Class<?>> members(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(member -> member.isSealed() ? members(member) : Stream.of(member));
    }
}
