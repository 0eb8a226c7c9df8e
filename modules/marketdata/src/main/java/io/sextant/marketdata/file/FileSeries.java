package io.sextant.marketdata.file;

import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
        return parts.size() == 1 ? parts.getFirst() : joined(parts);
    }

    private static BarSeries joined(List<BarSeries> parts) {
        List<BarSeries> ordered = new ArrayList<>(parts);
        ordered.sort(Comparator.comparingLong(BarSeries::firstTimeNanos));
        int size = ordered.stream().mapToInt(BarSeries::size).sum();
        BarSeries whole = new BarSeries(
                new long[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                size);
        int at = 0;
        for (BarSeries part : ordered) {
            if (at > 0 && part.firstTimeNanos() <= whole.openTimeNanos()[at - 1]) {
                throw new FileProblem("its parts overlap in time");
            }
            System.arraycopy(part.openTimeNanos(), 0, whole.openTimeNanos(), at, part.size());
            System.arraycopy(part.open(), 0, whole.open(), at, part.size());
            System.arraycopy(part.high(), 0, whole.high(), at, part.size());
            System.arraycopy(part.low(), 0, whole.low(), at, part.size());
            System.arraycopy(part.close(), 0, whole.close(), at, part.size());
            System.arraycopy(part.volume(), 0, whole.volume(), at, part.size());
            at += part.size();
        }
        return whole;
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
