package io.sextant.engine.testing;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.BarArchive;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Bars in a sorted map, behind a disk that is as slow and as broken as the test wants. */
public final class MemoryArchive implements BarArchive {

    private record Key(InstrumentId instrument, Timeframe timeframe) {}

    private final Map<Key, NavigableMap<Long, Bar>> kept = new HashMap<>();

    private volatile CountDownLatch awake = new CountDownLatch(0);
    private int failures;

    /** From now on nothing is written before the latch opens. */
    public void delay(CountDownLatch latch) {
        awake = latch;
    }

    /** The next appends fail, that many. */
    public synchronized void failNext(int count) {
        failures = count;
    }

    @Override
    public void append(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        try {
            awake.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        write(instrument, timeframe, bars);
    }

    private synchronized void write(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("the disk of the archive is broken");
        }
        NavigableMap<Long, Bar> all = kept.computeIfAbsent(new Key(instrument, timeframe), key -> new TreeMap<>());
        for (int i = 0; i < bars.size(); i++) {
            all.put(bars.openTimeNanos()[i], bars.get(i));
        }
    }

    @Override
    public synchronized BarSeries read(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
        return series(bars(instrument, timeframe).subMap(fromNanos, toNanos).values());
    }

    @Override
    public synchronized BarSeries readBefore(
            InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
        BarSeries all = series(bars(instrument, timeframe).headMap(beforeNanos).values());
        return all.copyOfRange(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public synchronized Set<Timeframe> timeframes(InstrumentId instrument) {
        Set<Timeframe> stored = new HashSet<>();
        kept.keySet().stream()
                .filter(key -> key.instrument().equals(instrument))
                .forEach(key -> stored.add(key.timeframe()));
        return stored;
    }

    @Override
    public synchronized List<ArchivedSeries> series() {
        return kept.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new ArchivedSeries(
                        entry.getKey().instrument(),
                        entry.getKey().timeframe(),
                        entry.getValue().firstKey(),
                        entry.getValue().lastKey(),
                        entry.getValue().size()))
                .sorted(Comparator.comparing(ArchivedSeries::instrument).thenComparing(ArchivedSeries::timeframe))
                .toList();
    }

    private NavigableMap<Long, Bar> bars(InstrumentId instrument, Timeframe timeframe) {
        return kept.getOrDefault(new Key(instrument, timeframe), new TreeMap<>());
    }

    private static BarSeries series(Collection<Bar> bars) {
        BarSeriesBuilder builder = new BarSeriesBuilder();
        bars.forEach(
                bar -> builder.add(bar.openTimeNanos(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
        return builder.build();
    }
}
