package io.sextant.neural;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference data beside the checkout; a test that needs it is skipped, saying so, where it is absent. */
public final class SharedData {

    private static final Path FOLDER = Path.of("..", "..", "..", "shared", "data");

    private SharedData() {}

    public static Path find(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(
                Files.exists(file),
                () -> "no reference data at " + file.toAbsolutePath().normalize());
        return file;
    }

    public static JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(find(name)));
    }
}
