package io.sextant.exchange.testing;

import io.sextant.exchange.http.MessageLine;
import io.sextant.exchange.http.PrivateWire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers what a test wrote down for a path, and remembers what was asked. */
public final class ScriptedWire implements PrivateWire {

    private final Map<String, Supplier<String>> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** What requests whose path begins so are answered with status 200. */
    public void answer(String path, Supplier<String> body) {
        answers.put(path, body);
    }

    /** Method, path and whatever went with it, in the order of asking. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Answer send(String method, String pathAndQuery, Map<String, String> headers, String body) {
        asked.add(method + " " + pathAndQuery + " " + body);
        return answers.entrySet().stream()
                .filter(one -> pathAndQuery.startsWith(one.getKey()))
                .findFirst()
                .map(one -> new Answer(200, one.getValue().get(), 0))
                .orElseGet(() -> new Answer(404, "{}", 0));
    }

    @Override
    public MessageLine open(LineOwner owner) {
        throw new UnsupportedOperationException("requests alone");
    }
}
