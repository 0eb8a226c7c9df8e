package io.sextant.risk.stress;

import io.sextant.risk.whatif.Change;
import io.sextant.risk.whatif.Scenario;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a broad index of shares did in a crisis; fractions, from the close of the first day to that of the last. */
public record HistoricalWindow(
        String name, LocalDate from, LocalDate to, double move, double worstDay, LocalDate worstDayOn) {

    private static final String FILE = "historical-windows.csv";

    /** The figures that are shipped, with their source in the file; oldest first. */
    public static List<HistoricalWindow> shipped() {
        List<HistoricalWindow> windows = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(HistoricalWindow.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                windows.add(new HistoricalWindow(
                        cells[0],
                        LocalDate.parse(cells[1]),
                        LocalDate.parse(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        LocalDate.parse(cells[5])));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return List.copyOf(windows);
    }

    /** Each asset moves its beta times as far as the index did; nothing falls below nothing. */
    public Scenario onBetas(Map<String, Double> betas) {
        return scenario(betas, move);
    }

    /** The same of the worst day alone. */
    public Scenario worstDayOnBetas(Map<String, Double> betas) {
        return scenario(betas, worstDay);
    }

    private Scenario scenario(Map<String, Double> betas, double move) {
        Map<String, Double> moves = new LinkedHashMap<>();
        betas.forEach((ticker, beta) -> moves.put(ticker, Math.max(-1, beta * move)));
        return new Scenario(name, List.of(new Change.Prices(moves)));
    }
}
