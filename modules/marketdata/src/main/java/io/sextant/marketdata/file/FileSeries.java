package io.sextant.marketdata.file;

import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All series of one file in memory, for work on files alone. */
public final class FileSeries {

    private static final int QUARANTINED_KEPT = 1_000;

    private final Map<String, List<BarSeries>> stretches = new LinkedHashMap<>();
    private final List<QuarantinedRow> quarantined = new ArrayList<>();
    private Optional<PriceFileTaker.Understood> understood = Optional.empty();
    private long rows;
    private long quarantinedRows;

    private FileSeries() {}

    /** A text that is not understood is a {@link FileProblem}. */
    public static FileSeries read(Path file, Reading reading) {
        FileSeries all = new FileSeries();
        PriceFiles.read(file, reading, all.new Collector());
        return all;
    }

    public List<String> symbols() {
        return List.copyOf(stretches.keySet());
    }

    public BarSeries getSeries(String symbol) {
        List<BarSeries> parts = stretches.get(symbol);
        if (parts == null) {
            throw new IllegalArgumentException("the file has no series " + symbol);
        }
        try {
            return BarSeries.concat(parts);
        } catch (IllegalArgumentException e) {
            throw new FileProblem("Parts of " + symbol + " overlap in time, as texts of one archive may.", e);
        }
    }

    /** Of bars of no clock, empty. */
    public Optional<BarLength> length() {
        return understood.flatMap(PriceFileTaker.Understood::length);
    }

    public String layout() {
        return understood.map(PriceFileTaker.Understood::layout).orElse("");
    }

    public boolean isOfTrades() {
        return understood.map(PriceFileTaker.Understood::trades).orElse(false);
    }

    public boolean hasVolume() {
        return understood.map(PriceFileTaker.Understood::hasVolume).orElse(false);
    }

    public long rows() {
        return rows;
    }

    public long quarantinedRows() {
        return quarantinedRows;
    }

    /** The first of them. */
    public List<QuarantinedRow> quarantined() {
        return List.copyOf(quarantined);
    }

    private final class Collector implements PriceFileTaker {

        @Override
        public void begin(Understood text) {
            understood = Optional.of(text);
        }

        @Override
        public void bars(String symbol, BarSeries stretch) {
            stretches.computeIfAbsent(symbol, name -> new ArrayList<>()).add(stretch);
        }

        @Override
        public void quarantined(QuarantinedRow row) {
            if (quarantined.size() < QUARANTINED_KEPT) {
                quarantined.add(row);
            }
        }

        @Override
        public void progress(long more) {
            // Files that fit in memory are read at once.
        }

        @Override
        public void bytes(long more) {
            // Nobody waits for a share of one file.
        }

        @Override
        public void end(long ofText, long setAside) {
            rows += ofText;
            quarantinedRows += setAside;
        }

        @Override
        public void problem(String name, String sentence) {
            throw new FileProblem(sentence);
        }
    }
}
