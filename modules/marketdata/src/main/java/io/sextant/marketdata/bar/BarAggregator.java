package io.sextant.marketdata.bar;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import java.util.Arrays;

/**
 * Bars of every timeframe from trades. A trade only touches its second; a finished bar is folded into the next coarser one that
 * it tiles (days into weeks and months), so a trade costs the same however many timeframes there are. Counted in ticks and
 * lots, so nothing is rounded before a bar is read. Times without trades have no bar.
 */
public final class BarAggregator {

    private static final Timeframe[] FRAMES = Timeframe.values();
    private static final int COUNT = FRAMES.length;
    private static final int MINUTE = Arrays.asList(FRAMES).indexOf(Timeframe.M1);
    private static final int HOUR = Arrays.asList(FRAMES).indexOf(Timeframe.H1);
    private static final int DAY = Arrays.asList(FRAMES).indexOf(Timeframe.D1);
    private static final int WEEK = Arrays.asList(FRAMES).indexOf(Timeframe.W1);
    private static final int MONTH = Arrays.asList(FRAMES).indexOf(Timeframe.MONTH);

    /** End of a bar that has not begun. */
    private static final long NOT_FORMING = Long.MIN_VALUE;

    private final BarListener listener;
    private final int instruments;

    /** What formed before the finer bar that is forming now; one cell an instrument and timeframe. */
    private final long[] startNanos;

    private final long[] endNanos;
    private final long[] open;
    private final long[] high;
    private final long[] low;
    private final long[] close;
    private final long[] lots;
    private final BarColumns[] complete;
    /** Of each instrument, the end of the complete bar that ends last. */
    private final long[] completeUntilNanos;

    private final boolean makesBars;
    private long soonestEndNanos = Long.MAX_VALUE;
    private long lateTrades;
    private boolean isSeeding;

    /** {@code keptBars} complete bars of each instrument and timeframe stay readable; with none no bar is made at all. */
    public BarAggregator(InstrumentCatalog catalog, int keptBars, BarListener listener) {
        makesBars = keptBars > 0;
        this.listener = listener;
        instruments = catalog.size();
        int cells = instruments * COUNT;
        startNanos = new long[cells];
        endNanos = new long[cells];
        Arrays.fill(endNanos, NOT_FORMING);
        open = new long[cells];
        high = new long[cells];
        low = new long[cells];
        close = new long[cells];
        lots = new long[cells];
        complete = new BarColumns[cells];
        completeUntilNanos = new long[instruments];
        Arrays.fill(completeUntilNanos, Long.MIN_VALUE);
        for (int cell = 0; cell < cells; cell++) {
            complete[cell] = new BarColumns(catalog.get(cell / COUNT), keptBars);
        }
    }

    /** A trade before the second that is forming, or of any bar that is complete, came too late and is only counted. */
    public void onTrade(int instrument, long timeNanos, long priceTicks, long tradedLots) {
        if (!makesBars) {
            return;
        }
        int cell = instrument * COUNT;
        if (timeNanos >= endNanos[cell]) {
            // A bar that this time belongs to may be complete: it must not begin a second time.
            if (timeNanos < completeUntilNanos[instrument]) {
                lateTrades++;
                return;
            }
            if (timeNanos >= soonestEndNanos) {
                closeUpTo(instrument, timeNanos);
            }
            long start = Timeframe.S1.startOf(timeNanos);
            begin(cell, start, start + Timeframe.S1.nominalNanos(), priceTicks);
            soonestEndNanos = Math.min(soonestEndNanos, endNanos[cell]);
        } else if (timeNanos < startNanos[cell]) {
            lateTrades++;
            return;
        }
        high[cell] = Math.max(high[cell], priceTicks);
        low[cell] = Math.min(low[cell], priceTicks);
        close[cell] = priceTicks;
        lots[cell] += tradedLots;
    }

    /** Completes every bar that ended at or before {@code nowNanos}. Cheap when there is none. */
    public void onTime(long nowNanos) {
        if (nowNanos < soonestEndNanos) {
            return;
        }
        soonestEndNanos = Long.MAX_VALUE;
        for (int instrument = 0; instrument < instruments; instrument++) {
            closeUpTo(instrument, nowNanos);
            for (int cell = instrument * COUNT; cell < (instrument + 1) * COUNT; cell++) {
                if (endNanos[cell] != NOT_FORMING) {
                    soonestEndNanos = Math.min(soonestEndNanos, endNanos[cell]);
                }
            }
        }
    }

    /**
     * Begins with a past: complete bars of hours and minutes from before {@code nowNanos}, of which nobody is told. Without it
     * the first day, week and month would be missing what traded before the first trade here.
     */
    public void seed(int instrument, BarSeries hours, BarSeries minutes, long nowNanos) {
        if (!makesBars) {
            return;
        }
        long thisHour = Timeframe.H1.startOf(nowNanos);
        isSeeding = true;
        for (int i = 0; i < hours.size() && hours.openTimeNanos()[i] < thisHour; i++) {
            completeSeeded(instrument, HOUR, hours, i);
        }
        for (int i = 0; i < minutes.size(); i++) {
            if (minutes.openTimeNanos()[i] >= thisHour) {
                completeSeeded(instrument, MINUTE, minutes, i);
            } else {
                complete[instrument * COUNT + MINUTE].add(minutes, i);
                noteComplete(instrument, Timeframe.M1.nextStart(minutes.openTimeNanos()[i]));
            }
        }
        closeUpTo(instrument, nowNanos);
        soonestEndNanos = Math.min(soonestEndNanos, nowNanos);
        isSeeding = false;
    }

    private void completeSeeded(int instrument, int level, BarSeries bars, int i) {
        long start = bars.openTimeNanos()[i];
        closeUpTo(instrument, start);
        int cell = instrument * COUNT + level;
        BarColumns columns = complete[cell];
        begin(cell, start, FRAMES[level].nextStart(start), columns.ticks(bars.open()[i]));
        high[cell] = columns.ticks(bars.high()[i]);
        low[cell] = columns.ticks(bars.low()[i]);
        close[cell] = columns.ticks(bars.close()[i]);
        lots[cell] = columns.lots(bars.volume()[i]);
        complete(instrument, level);
    }

    /** When {@link #onTime} next has something to do; {@link Long#MAX_VALUE} while nothing is forming. */
    public long soonestEndNanos() {
        return soonestEndNanos;
    }

    public long lateTrades() {
        return lateTrades;
    }

    /** The newest bars, at most {@code limit}; the last one may still be forming. */
    public BarSeries newest(int instrument, Timeframe timeframe, int limit) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        int level = levelOf(timeframe);
        BarColumns columns = complete[instrument * COUNT + level];
        boolean forming = isForming(instrument, level);
        columns.appendNewest(bars, forming ? limit - 1 : limit);
        if (forming && limit > 0) {
            appendForming(bars, instrument, level);
        }
        return bars.build();
    }

    private static int levelOf(Timeframe timeframe) {
        for (int level = 0; level < COUNT; level++) {
            if (FRAMES[level] == timeframe) {
                return level;
            }
        }
        throw new IllegalArgumentException("unknown timeframe " + timeframe);
    }

    private boolean isForming(int instrument, int level) {
        for (int finer = level; finer >= 0; finer = finer(finer)) {
            if (endNanos[instrument * COUNT + finer] != NOT_FORMING) {
                return true;
            }
        }
        return false;
    }

    /** A forming bar is what was folded into it so far, followed by the finer bars that are forming. */
    private void appendForming(BarSeriesBuilder bars, int instrument, int level) {
        boolean begun = false;
        long start = 0;
        long first = 0;
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        long last = 0;
        long traded = 0;
        for (int finer = level; finer >= 0; finer = finer(finer)) {
            int cell = instrument * COUNT + finer;
            if (endNanos[cell] == NOT_FORMING) {
                continue;
            }
            if (!begun) {
                begun = true;
                start = FRAMES[level].startOf(startNanos[cell]);
                first = open[cell];
            }
            highest = Math.max(highest, high[cell]);
            lowest = Math.min(lowest, low[cell]);
            last = close[cell];
            traded += lots[cell];
        }
        BarColumns columns = complete[instrument * COUNT + level];
        bars.add(
                start,
                columns.price(first),
                columns.price(highest),
                columns.price(lowest),
                columns.price(last),
                columns.volume(traded));
    }

    private static int finer(int level) {
        return level == MONTH ? DAY : level - 1;
    }

    /** Finest first, so that each folds into a coarser one before that one ends. */
    private void closeUpTo(int instrument, long nowNanos) {
        for (int level = 0; level < COUNT; level++) {
            long end = endNanos[instrument * COUNT + level];
            if (end != NOT_FORMING && end <= nowNanos) {
                complete(instrument, level);
            }
        }
    }

    private void complete(int instrument, int level) {
        int cell = instrument * COUNT + level;
        BarColumns columns = complete[cell];
        columns.add(startNanos[cell], open[cell], high[cell], low[cell], close[cell], lots[cell]);
        noteComplete(instrument, endNanos[cell]);
        if (level == DAY) {
            fold(instrument, cell, WEEK);
            fold(instrument, cell, MONTH);
        } else if (level < DAY) {
            fold(instrument, cell, level + 1);
        }
        endNanos[cell] = NOT_FORMING;
        if (isSeeding) {
            return;
        }
        listener.onBar(
                instrument,
                FRAMES[level],
                startNanos[cell],
                columns.price(open[cell]),
                columns.price(high[cell]),
                columns.price(low[cell]),
                columns.price(close[cell]),
                columns.volume(lots[cell]));
    }

    private void noteComplete(int instrument, long endedNanos) {
        completeUntilNanos[instrument] = Math.max(completeUntilNanos[instrument], endedNanos);
    }

    private void fold(int instrument, int from, int level) {
        int to = instrument * COUNT + level;
        if (endNanos[to] == NOT_FORMING) {
            long start = FRAMES[level].startOf(startNanos[from]);
            begin(to, start, FRAMES[level].nextStart(start), open[from]);
        }
        high[to] = Math.max(high[to], high[from]);
        low[to] = Math.min(low[to], low[from]);
        close[to] = close[from];
        lots[to] += lots[from];
    }

    private void begin(int cell, long start, long end, long priceTicks) {
        startNanos[cell] = start;
        endNanos[cell] = end;
        open[cell] = priceTicks;
        high[cell] = priceTicks;
        low[cell] = priceTicks;
        close[cell] = priceTicks;
        lots[cell] = 0;
    }

    public void save(StateWriter out) {
        out.putLong(soonestEndNanos);
        out.putLong(lateTrades);
        for (int cell = 0; cell < complete.length; cell++) {
            boolean forming = endNanos[cell] != NOT_FORMING;
            out.putBoolean(forming);
            if (forming) {
                out.putLong(startNanos[cell]);
                out.putLong(endNanos[cell]);
                out.putLong(open[cell]);
                out.putLong(high[cell]);
                out.putLong(low[cell]);
                out.putLong(close[cell]);
                out.putLong(lots[cell]);
            }
            complete[cell].save(out);
        }
    }

    public void load(StateReader in) {
        soonestEndNanos = in.getLong();
        lateTrades = in.getLong();
        Arrays.fill(completeUntilNanos, Long.MIN_VALUE);
        for (int cell = 0; cell < complete.length; cell++) {
            endNanos[cell] = NOT_FORMING;
            if (in.getBoolean()) {
                startNanos[cell] = in.getLong();
                endNanos[cell] = in.getLong();
                open[cell] = in.getLong();
                high[cell] = in.getLong();
                low[cell] = in.getLong();
                close[cell] = in.getLong();
                lots[cell] = in.getLong();
            }
            BarColumns columns = complete[cell];
            columns.load(in);
            if (columns.size() > 0) {
                noteComplete(cell / COUNT, FRAMES[cell % COUNT].nextStart(columns.newestNanos()));
            }
        }
    }
}
