package io.sextant.engine;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.Resampler;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bars of any timeframe, put together from the archive and the newest ones in memory. Only bars of the archived timeframes
 * are joined; coarser ones are made from the joined series, so a bar that began before the engine did is whole.
 */
final class BarHistory {

    /** The timeframes that the engine archives as they complete. */
    static final Set<Timeframe> ARCHIVED = Set.of(Timeframe.M1, Timeframe.H1);

    private final BarArchive archive;

    private final boolean repaired;

    /** {@code repaired} when complete bars in the archive may be better than those in memory, as after a gap of a live feed. */
    BarHistory(BarArchive archive, boolean repaired) {
        this.archive = archive;
        this.repaired = repaired;
    }

    List<MarkedStretch> marks(InstrumentId instrument, Timeframe timeframe) {
        Timeframe base = base(timeframe);
        return archive.marks(instrument, ARCHIVED.contains(base) ? base : Timeframe.M1);
    }

    /** The timeframe from whose bars those of {@code timeframe} are made; itself when it lives in memory only. */
    static Timeframe base(Timeframe timeframe) {
        if (timeframe.nominalNanos() >= Timeframe.H1.nominalNanos()) {
            return Timeframe.H1;
        }
        return timeframe.nominalNanos() >= Timeframe.M1.nominalNanos() ? Timeframe.M1 : timeframe;
    }

    /**
     * Bars of an instrument that this session does not trade: as they are stored, or made of the coarsest that are finer. An
     * instrument that nobody stored has none.
     */
    BarSeries archived(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
        Set<Timeframe> stored = archive.timeframes(instrument);
        if (stored.contains(timeframe)) {
            return archive.readBefore(instrument, timeframe, beforeNanos, limit);
        }
        BarLength wanted = BarLength.of(timeframe);
        Optional<Timeframe> finer =
                stored.stream().filter(one -> BarLength.of(one).tiles(wanted)).max(Comparator.naturalOrder());
        if (finer.isEmpty()) {
            return BarSeries.EMPTY;
        }
        Timeframe base = finer.get();
        int baseLimit = Math.toIntExact(
                Math.min(Integer.MAX_VALUE / 2, (limit + 1L) * (timeframe.nominalNanos() / base.nominalNanos() + 1)));
        BarSeries fine = archive.readBefore(instrument, base, endOf(beforeNanos, timeframe), baseLimit);
        BarSeries bars = Resampler.resample(fine, timeframe);
        // The oldest may have begun before the first fine bar that was read.
        int from = fine.size() == baseLimit ? 1 : 0;
        int end = bars.indexAtOrAfter(beforeNanos);
        return bars.copyOfRange(Math.min(end, Math.max(from, end - limit)), end);
    }

    /** {@code live} are the newest bars of the base timeframe, the last one forming. */
    BarSeries before(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit, BarSeries newest) {
        Timeframe base = base(timeframe);
        BarSeries live = repaired && ARCHIVED.contains(base) ? withArchived(instrument, base, newest) : newest;
        int baseLimit = Math.toIntExact(
                Math.min(Integer.MAX_VALUE / 2, (limit + 1L) * (timeframe.nominalNanos() / base.nominalNanos() + 1)));
        BarSeries joined = join(older(instrument, base, beforeNanos, baseLimit, live), live);
        BarSeries bars = base == timeframe ? joined : Resampler.resample(joined, timeframe);
        int end = bars.indexAtOrAfter(beforeNanos);
        return bars.copyOfRange(Math.max(0, end - limit), end);
    }

    /** What the archive has of the time that memory spans goes before what memory has, except for the bar that is forming. */
    private BarSeries withArchived(InstrumentId instrument, Timeframe base, BarSeries newest) {
        if (newest.size() < 2) {
            return newest;
        }
        BarSeries kept = archive.read(instrument, base, newest.firstTimeNanos(), newest.lastTimeNanos());
        BarSeriesBuilder merged = new BarSeriesBuilder();
        int next = 0;
        for (int i = 0; i < newest.size(); i++) {
            long open = newest.openTimeNanos()[i];
            boolean replaced = false;
            for (; next < kept.size() && kept.openTimeNanos()[next] <= open; next++) {
                replaced = kept.openTimeNanos()[next] == open;
                add(merged, kept, next);
            }
            if (!replaced) {
                add(merged, newest, i);
            }
        }
        return merged.build();
    }

    private static void add(BarSeriesBuilder to, BarSeries from, int i) {
        to.add(
                from.openTimeNanos()[i],
                from.open()[i],
                from.high()[i],
                from.low()[i],
                from.close()[i],
                from.volume()[i]);
    }

    private BarSeries older(InstrumentId instrument, Timeframe base, long beforeNanos, int limit, BarSeries live) {
        if (!ARCHIVED.contains(base)) {
            return BarSeries.EMPTY;
        }
        long until = live.isEmpty() ? Long.MAX_VALUE : live.firstTimeNanos();
        boolean liveReaches = !live.isEmpty() && beforeNanos > live.firstTimeNanos();
        int wanted = liveReaches ? Math.max(0, limit - live.indexAtOrAfter(beforeNanos)) : limit;
        long end = liveReaches ? until : endOf(beforeNanos, base);
        return archive.readBefore(instrument, base, Math.min(end, until), wanted);
    }

    /** Base bars of the coarser bar that is open at {@code beforeNanos} still belong to it. */
    private static long endOf(long beforeNanos, Timeframe base) {
        return beforeNanos == Long.MAX_VALUE ? beforeNanos : base.nextStart(base.startOf(beforeNanos - 1));
    }

    private static BarSeries join(BarSeries older, BarSeries newer) {
        if (older.isEmpty()) {
            return newer;
        }
        if (newer.isEmpty()) {
            return older;
        }
        int size = older.size() + newer.size();
        return new BarSeries(
                joined(older.openTimeNanos(), older.size(), newer.openTimeNanos(), newer.size()),
                joined(older.open(), older.size(), newer.open(), newer.size()),
                joined(older.high(), older.size(), newer.high(), newer.size()),
                joined(older.low(), older.size(), newer.low(), newer.size()),
                joined(older.close(), older.size(), newer.close(), newer.size()),
                joined(older.volume(), older.size(), newer.volume(), newer.size()),
                size);
    }

    private static long[] joined(long[] first, int firstSize, long[] second, int secondSize) {
        long[] all = new long[firstSize + secondSize];
        System.arraycopy(first, 0, all, 0, firstSize);
        System.arraycopy(second, 0, all, firstSize, secondSize);
        return all;
    }

    private static double[] joined(double[] first, int firstSize, double[] second, int secondSize) {
        double[] all = new double[firstSize + secondSize];
        System.arraycopy(first, 0, all, 0, firstSize);
        System.arraycopy(second, 0, all, firstSize, secondSize);
        return all;
    }
}
