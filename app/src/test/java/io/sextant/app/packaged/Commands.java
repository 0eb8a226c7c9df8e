package io.sextant.app.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs programs as a person would at a terminal in the checkout. */
final class Commands {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final int LONGEST_MINUTES = 8;

    private final Path folder;
    private final Map<String, String> environment;

    /** What they say is kept in {@code folder}; {@code environment} is added to that of this process. */
    Commands(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    record Result(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }

        String all() {
            return out + err;
        }
    }

    Result run(String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Result(
                process.waitFor(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    static boolean areOnPath(String... programs) {
        return Arrays.stream(programs)
                .allMatch(program -> Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program))));
    }
}
