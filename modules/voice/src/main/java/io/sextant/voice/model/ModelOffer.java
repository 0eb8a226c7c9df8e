package io.sextant.voice.model;

import io.sextant.voice.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The official small model of a language: its name, where its zip is, and what each of its files must be. */
public record ModelOffer(Language language, String name, URI address, Map<String, FileSum> files) {

    public ModelOffer {
        files = Map.copyOf(files);
    }

    /** Made by Alpha Cephei, under the Apache License 2.0. */
    public static ModelOffer of(Language language) {
        return switch (language) {
            case ENGLISH -> official(language, "vosk-model-small-en-us-0.15");
            case FRENCH -> official(language, "vosk-model-small-fr-0.22");
        };
    }

    private static ModelOffer official(Language language, String name) {
        URI address = URI.create("https://alphacephei.com/vosk/models/" + name + ".zip");
        try (InputStream in = ModelOffer.class.getResourceAsStream(name + ".sums")) {
            if (in == null) {
                throw new IllegalStateException("no " + name + ".sums");
            }
            Map<String, FileSum> files = new LinkedHashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                String[] parts = line.strip().split("\\s+");
                if (parts.length == 3 && !line.startsWith("#")) {
                    files.put(parts[2], new FileSum(FileSum.Kind.of(parts[0]), parts[1]));
                }
            }
            return new ModelOffer(language, name, address, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same from another place. */
    public ModelOffer from(URI other) {
        return new ModelOffer(language, name, other, files);
    }
}
