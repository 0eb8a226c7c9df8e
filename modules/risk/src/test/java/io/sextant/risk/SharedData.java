package io.sextant.risk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
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

    /** One column that must be there. */
    public static double[] column(String name, String heading) throws IOException {
        return Objects.requireNonNull(columns(name).get(heading), heading);
    }

    /** A JSON array of numbers. */
    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asDouble());
        return numbers;
    }

    /** The numeric columns of a file by name, NaN where there is no number. */
    public static Map<String, double[]> columns(String name) throws IOException {
        Path file = find(name);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] names = String.valueOf(reader.readLine()).replace("\"", "").split(",", -1);
            List<String[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", -1));
            }
            Map<String, double[]> columns = new HashMap<>();
            for (int c = 0; c < names.length; c++) {
                int column = c;
                double[] values = new double[rows.size()];
                Arrays.setAll(values, row -> number(rows.get(row)[column]));
                columns.put(names[c], values);
            }
            return columns;
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
