package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that a person hands in. A name that is said twice is an error: which of the two was meant cannot be known. */
final class JsonFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonFile() {}

    /** An object or a list. */
    static JsonNode read(Path file) {
        try {
            JsonNode root = MAPPER.readTree(Files.readString(file));
            if (!root.isObject() && !root.isArray()) {
                throw new FileProblem("The file " + file + " holds no JSON object.");
            }
            return root;
        } catch (NoSuchFileException missing) {
            throw new FileProblem("There is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new FileProblem("The file " + file + " cannot be read: " + unreadable.getMessage() + ".");
        } catch (JacksonException notJson) {
            throw new FileProblem("The file " + file + " is no JSON: " + notJson.getOriginalMessage() + ".");
        }
    }

    static JsonNode object(Path file) {
        JsonNode root = read(file);
        if (!root.isObject()) {
            throw new FileProblem("The file " + file + " holds no JSON object.");
        }
        return root;
    }

    /** What stands under a key where it is an object; missing where nothing stands there. */
    static JsonNode object(Path file, JsonNode node, String key, String example) {
        return shaped(file, node, key, node.path(key).isObject(), "an object like " + example);
    }

    /** What stands under a key where it is a list; missing where nothing stands there. */
    static JsonNode list(Path file, JsonNode node, String key, String example) {
        return shaped(file, node, key, node.path(key).isArray(), "a list like " + example);
    }

    private static JsonNode shaped(Path file, JsonNode node, String key, boolean fits, String wanted) {
        JsonNode value = node.path(key);
        if (!fits && !value.isMissingNode()) {
            throw new RefusedByRule(
                    "The file " + file + " says " + value + " for " + key + ", which is not " + wanted + ".");
        }
        return value;
    }

    static String text(Path file, JsonNode node, String what) {
        if (!node.isString()) {
            throw new RefusedByRule(
                    "The file " + file + " says " + node + " for " + what + ", which is no text in quotes.");
        }
        return node.asString();
    }
}
