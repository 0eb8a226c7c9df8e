package io.sextant.portfolio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.portfolio.estimate.ReturnPanel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** A table of dates and prices. */
    public static ReturnPanel panel(String name) throws IOException {
        Path file = find(name);
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            List<String> names = List.of(reader.readLine().split(","));
            List<String[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", -1));
            }
            double[][] prices = new double[names.size() - 1][rows.size()];
            for (int i = 0; i < prices.length; i++) {
                for (int t = 0; t < rows.size(); t++) {
                    String cell = rows.get(t)[i + 1];
                    prices[i][t] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
                }
            }
            return ReturnPanel.ofPrices(names.subList(1, names.size()), prices);
        }
    }
}
