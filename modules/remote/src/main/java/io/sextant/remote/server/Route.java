package io.sextant.remote.server;

import io.sextant.remote.identity.Principal;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One path for programs. The document that is served is made of these, so that it cannot say anything else than what is done.
 *
 * @param path with {@code {name}} where a part of it is a parameter
 * @param body what has to be sent
 * @param answer what comes back
 */
record Route(
        String method,
        String path,
        String summary,
        List<Parameter> parameters,
        Optional<Type> body,
        Type answer,
        Action action) {

    Route {
        parameters = List.copyOf(parameters);
    }

    /** @param in path, query or header */
    record Parameter(String name, String in, Type type, boolean isRequired, String summary) {}

    /** What somebody sent: parameters by their name, and the body, which is missing where none belongs. */
    record Call(Principal who, Map<String, String> parameters, JsonNode body) {

        String text(String name) {
            String value = parameters.get(name);
            if (value == null) {
                throw new BadCallException("The parameter " + name + " is missing.");
            }
            return value;
        }

        Optional<String> find(String name) {
            return Optional.ofNullable(parameters.get(name));
        }

        int number(String name, int usual, int most) {
            try {
                int value = find(name).map(Integer::parseInt).orElse(usual);
                if (value < 1 || value > most) {
                    throw new BadCallException("The parameter " + name + " is a number from 1 to " + most + ".");
                }
                return value;
            } catch (NumberFormatException wrong) {
                throw new BadCallException("The parameter " + name + " is a whole number.");
            }
        }
    }

    /** Does it; may wait. */
    @FunctionalInterface
    interface Action {
        Object answer(Call call) throws Exception;
    }

    /** The parameters of a path that fits; empty for one that does not. */
    Optional<Map<String, String>> fits(String wanted) {
        String[] mine = path.split("/", -1);
        String[] theirs = wanted.split("/", -1);
        if (mine.length != theirs.length) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].startsWith("{")) {
                found.put(mine[i].substring(1, mine[i].length() - 1), theirs[i]);
            } else if (!mine[i].equals(theirs[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
