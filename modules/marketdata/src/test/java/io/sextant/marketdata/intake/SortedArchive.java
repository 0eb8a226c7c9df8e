package io.sextant.marketdata.intake;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.BarArchive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An archive in a sorted map that counts how often it was written to. */
final class SortedArchive implements BarArchive {

    private record Key(InstrumentId instrument, Timeframe timeframe) {}

    private final Map<Key, NavigableMap<Long, Bar>> kept = new HashMap<>();
    private int appends;

    synchronized int appends() {
        return appends;
    }

    synchronized void clear() {
        kept.clear();
    }

    @Override
    public synchronized void append(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        appends++;
        NavigableMap<Long, Bar> all = kept.computeIfAbsent(new Key(instrument, timeframe), key -> new TreeMap<>());
        for (int i = 0; i < bars.size(); i++) {
            all.put(bars.openTimeNanos()[i], bars.get(i));
        }
    }

    @Override
    public synchronized BarSeries read(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        kept.getOrDefault(new Key(instrument, timeframe), new TreeMap<>())
                .subMap(fromNanos, toNanos)
                .values()
                .forEach(bar ->
                        bars.add(bar.openTimeNanos(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
        return bars.build();
    }

    @Override
    public synchronized BarSeries readBefore(
            InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
        BarSeries all = read(instrument, timeframe, Long.MIN_VALUE, beforeNanos);
        return all.copyOfRange(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public synchronized Set<Timeframe> timeframes(InstrumentId instrument) {
        return kept.keySet().stream()
                .filter(key -> key.instrument().equals(instrument))
                .map(Key::timeframe)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<ArchivedSeries> series() {
        return kept.entrySet().stream()
                .map(entry -> new ArchivedSeries(
                        entry.getKey().instrument(),
                        entry.getKey().timeframe(),
                        entry.getValue().firstKey(),
                        entry.getValue().lastKey(),
                        entry.getValue().size()))
                .toList();
    }
}
