package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.remote.wire.AnyValue;
import io.sextant.remote.wire.Payload;
import io.sextant.remote.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** So much of JSON Schema as the document uses, to hold it against values that are really written. */
final class SchemaCheck {

    private static final int DRAWS = 3;

    private final JsonNode document;
    private final AnyValue any = new AnyValue(7);
    private int count;

    SchemaCheck(JsonNode document) {
        this.document = document;
    }

    int count() {
        return count;
    }

    void drawnValuesFit(Type type) {
        if (type == Payload.class || type == RestJobs.Standing.class) {
            return;
        }
        if (type instanceof Class<?> family && family.isSealed()) {
            for (Class<?> member : family.getPermittedSubclasses()) {
                draw(member, family);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            draw(type, plain);
        }
    }

    private void draw(Type type, Class<?> declared) {
        for (int i = 0; i < DRAWS; i++) {
            any.of(type).ifPresent(value -> {
                count++;
                JsonNode schema = document.at("/components/schemas").get(declared.getSimpleName());
                assertThat(schema).as("%s is described", declared).isNotNull();
                check(WireWriter.tree(value, declared), schema, declared.getSimpleName());
            });
        }
    }

    private void check(JsonNode value, JsonNode schema, String where) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString().replaceAll(".*/", "");
            check(value, document.at("/components/schemas").get(name), where);
        } else if (schema.has("oneOf")) {
            oneOf(value, schema, where);
        } else if (schema.has("anyOf")) {
            boolean fits = schema.get("anyOf").valueStream().anyMatch(one -> fits(value, one, where));
            assertThat(fits).as("%s: %s is any of %s", where, value, schema).isTrue();
        } else if (schema.has("enum")) {
            assertThat(schema.get("enum").valueStream()).as(where).contains(value);
        } else if (schema.has("const")) {
            assertThat(value).as(where).isEqualTo(schema.get("const"));
        } else if (schema.has("type")) {
            typed(value, schema, where);
        }
    }

    private void oneOf(JsonNode value, JsonNode schema, String where) {
        assertThat(value.has("type")).as("%s: %s says what it is", where, value).isTrue();
        String name = value.get("type").asString();
        boolean known = schema.get("oneOf").valueStream().anyMatch(one -> {
            String reference = one.get("$ref").asString().replaceAll(".*/", "");
            JsonNode member = document.at("/components/schemas").get(reference);
            if (!member.at("/properties/type/const").asString("").equals(name)) {
                return false;
            }
            check(value, member, where + "." + name);
            return true;
        });
        assertThat(known).as("%s: %s is one of %s", where, name, schema).isTrue();
    }

    private boolean fits(JsonNode value, JsonNode schema, String where) {
        try {
            check(value, schema, where);
            return true;
        } catch (AssertionError other) {
            return false;
        }
    }

    private void typed(JsonNode value, JsonNode schema, String where) {
        switch (schema.get("type").asString()) {
            case "null" -> assertThat(value.isNull()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            case "integer" ->
                assertThat(value.isIntegralNumber()).as("%s: %s", where, value).isTrue();
            case "number" ->
                assertThat(value.isNumber()).as("%s: %s", where, value).isTrue();
            case "string" ->
                assertThat(value.isString()).as("%s: %s", where, value).isTrue();
            case "array" -> {
                assertThat(value.isArray()).as("%s: %s", where, value).isTrue();
                if (schema.has("items")) {
                    value.valueStream().forEach(one -> check(one, schema.get("items"), where + "[]"));
                }
            }
            default -> object(value, schema, where);
        }
    }

    private void object(JsonNode value, JsonNode schema, String where) {
        assertThat(value.isObject()).as("%s: %s", where, value).isTrue();
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            String inside = where + "." + property.getKey();
            JsonNode of = schema.has("properties") ? schema.get("properties").get(property.getKey()) : null;
            if (schema.has("additionalProperties")) {
                check(property.getValue(), schema.get("additionalProperties"), inside);
            } else {
                assertThat(of).as("%s is described", inside).isNotNull();
                check(property.getValue(), of, inside);
            }
        }
    }
}
