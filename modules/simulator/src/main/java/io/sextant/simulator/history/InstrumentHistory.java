package io.sextant.simulator.history;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.simulator.process.ValueProfile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The older bars of one instrument, joined so that the last close is the price from which the agents' market starts. Weeks are
 * counted backwards from the start; levels and hours of weeks once made are kept, minutes are made again when asked for.
 * Thread-safe.
 */
public final class InstrumentHistory {

    private static final long HOUR_MINUTES = 60;
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** The oldest bars are so many weeks before the start: twenty years. */
    private static final int OLDEST_WEEKS = 1_044;

    private final BarProcess process;
    private final long seed;
    private final long endNanos;
    private final long startTicks;
    private final double priceUnits;
    private final double priceScale;
    private final double lotUnits;
    private final double lotScale;

    /**
     * Prices of decades are pulled towards the start so that no coin wanders to a few ticks or to the moon: an
     * Ornstein-Uhlenbeck process with this time constant, far too slow to be seen in a year.
     */
    private static final double PULL_WEEKS = 156;

    private final List<Week> weeks = new ArrayList<>();
    private final List<MinuteColumns> weekHours = new ArrayList<>();

    /** How a week hangs on the newer one: its level in ticks at its start, and the growth a minute that pulls it. */
    private record Week(double levelTicks, double pull) {}

    public InstrumentHistory(
            Instrument instrument,
            List<ValueProfile> profiles,
            BarProfile bars,
            int index,
            long seed,
            long startTicks,
            long startNanos) {
        this.seed = seed;
        process = new BarProcess(profiles, bars, index, seed);
        endNanos = Math.floorDiv(startNanos, BarProcess.MINUTE_NANOS) * BarProcess.MINUTE_NANOS;
        this.startTicks = startTicks;
        Price tick = instrument.rules().tick();
        Quantity lot = instrument.rules().lot();
        priceUnits = tick.units();
        priceScale = Decimals.powerOfTen(tick.scale());
        lotUnits = lot.units();
        lotScale = Decimals.powerOfTen(lot.scale());
    }

    /** No bar opens before this time. */
    public long oldestNanos() {
        return weekStart(OLDEST_WEEKS - 1);
    }

    /** Bars that open in {@code [fromNanos, toNanos)} and before the agents' market starts. */
    public synchronized BarSeries bars(Timeframe timeframe, long fromNanos, long toNanos) {
        long from = Math.max(oldestNanos(), firstOpenAtOrAfter(timeframe, fromNanos));
        long to = Math.min(endNanos, toNanos);
        if (from >= to) {
            return BarSeries.EMPTY;
        }
        // The last bar may have opened before its end: all of it is read, not only what lies before toNanos.
        long readTo = Math.min(endNanos, timeframe.nextStart(timeframe.startOf(to - 1)));
        boolean fromHours = timeframe.nominalNanos() >= HOUR_MINUTES * BarProcess.MINUTE_NANOS;
        // Newest first, as they hang on each other; then joined in the order of time.
        Deque<MinuteColumns> parts = new ArrayDeque<>();
        for (int week = weekOf(readTo - 1); week <= weekOf(from); week++) {
            parts.addFirst(fromHours ? hours(week) : minutes(week));
        }
        Joiner joiner = new Joiner(timeframe);
        for (MinuteColumns part : parts) {
            if (timeframe.nominalNanos() < BarProcess.MINUTE_NANOS) {
                readSeconds(part, from, readTo, joiner);
            } else {
                read(part, (fromHours ? HOUR_MINUTES : 1) * BarProcess.MINUTE_NANOS, from, readTo, joiner);
            }
        }
        return joiner.finish();
    }

    /** At most {@code limit} bars that open before {@code beforeNanos}, the newest ones. */
    public BarSeries barsBefore(Timeframe timeframe, long beforeNanos, int limit) {
        long before = Math.min(endNanos, beforeNanos);
        long spanNanos = Math.multiplyExact(timeframe.nominalNanos(), limit + 1L);
        BarSeries bars = bars(timeframe, Math.max(oldestNanos(), before - spanNanos), before);
        return bars.size() <= limit ? bars : bars.copyOfRange(bars.size() - limit, bars.size());
    }

    private static long firstOpenAtOrAfter(Timeframe timeframe, long nanos) {
        long start = timeframe.startOf(nanos);
        return start == nanos ? start : timeframe.nextStart(start);
    }

    private static long weekIndex(long nanos) {
        return Math.floorDiv(Timeframe.W1.startOf(nanos), Timeframe.W1.nominalNanos());
    }

    private int weekOf(long nanos) {
        return (int) (weekIndex(endNanos - 1) - weekIndex(nanos));
    }

    private long weekStart(int week) {
        return Timeframe.W1.startOf(endNanos - 1) - week * Timeframe.W1.nominalNanos();
    }

    private BarProcess.Path path(int week) {
        long start = weekStart(week);
        long minutes = Math.min(BarProcess.WEEK_MINUTES, (endNanos - start) / BarProcess.MINUTE_NANOS);
        return process.path(weekIndex(start), start, (int) minutes);
    }

    private MinuteColumns minutes(int week) {
        while (weeks.size() < week) {
            join(path(weeks.size()));
        }
        BarProcess.Path path = path(week);
        if (weeks.size() == week) {
            join(path);
        }
        Week joined = weeks.get(week);
        MinuteColumns bars = process.bars(path, weekIndex(path.firstNanos), joined.levelTicks(), joined.pull());
        if (week == 0) {
            int last = bars.size - 1;
            bars.close[last] = startTicks;
            bars.high[last] = Math.max(bars.high[last], startTicks);
            bars.low[last] = Math.min(bars.low[last], startTicks);
        }
        return bars;
    }

    /** A week ends where the newer one begins. */
    private void join(BarProcess.Path path) {
        double endTicks = weeks.isEmpty() ? startTicks : weeks.getLast().levelTicks();
        double minutePull = StrictMath.log(endTicks / startTicks) / (PULL_WEEKS * BarProcess.WEEK_MINUTES);
        double pull = StrictMath.exp(minutePull);
        weeks.add(new Week(endTicks / (path.lastLevel() * StrictMath.exp(minutePull * path.size)), pull));
    }

    private MinuteColumns hours(int week) {
        while (weekHours.size() <= week) {
            weekHours.add(hoursOf(minutes(weekHours.size())));
        }
        return weekHours.get(week);
    }

    private static MinuteColumns hoursOf(MinuteColumns minutes) {
        int hours = (int) ((minutes.size + HOUR_MINUTES - 1) / HOUR_MINUTES);
        MinuteColumns out = new MinuteColumns(minutes.firstNanos, hours);
        for (int i = 0; i < minutes.size; i++) {
            int hour = (int) (i / HOUR_MINUTES);
            if (i % HOUR_MINUTES == 0) {
                out.open[hour] = minutes.open[i];
                out.high[hour] = minutes.high[i];
                out.low[hour] = minutes.low[i];
            }
            out.high[hour] = Math.max(out.high[hour], minutes.high[i]);
            out.low[hour] = Math.min(out.low[hour], minutes.low[i]);
            out.close[hour] = minutes.close[i];
            out.lots[hour] += minutes.lots[i];
        }
        return out;
    }

    private static void read(MinuteColumns bars, long stepNanos, long from, long to, Joiner joiner) {
        int first = (int) Math.max(0, (from - bars.firstNanos) / stepNanos);
        for (int i = first; i < bars.size; i++) {
            long nanos = bars.firstNanos + i * stepNanos;
            if (nanos >= to) {
                return;
            }
            joiner.add(nanos, bars.open[i], bars.high[i], bars.low[i], bars.close[i], bars.lots[i]);
        }
    }

    private void readSeconds(MinuteColumns minutes, long from, long to, Joiner joiner) {
        SecondsSplitter splitter = new SecondsSplitter(seed);
        int first = (int) Math.max(0, (from - minutes.firstNanos) / BarProcess.MINUTE_NANOS);
        for (int i = first; i < minutes.size; i++) {
            long minuteNanos = minutes.firstNanos + i * BarProcess.MINUTE_NANOS;
            if (minuteNanos >= to) {
                return;
            }
            splitter.split(minutes, i);
            for (int second = 0; second < SecondsSplitter.SECONDS; second++) {
                long nanos = minuteNanos + second * SECOND_NANOS;
                if (nanos >= from && nanos < to) {
                    joiner.add(
                            nanos,
                            splitter.open[second],
                            splitter.high[second],
                            splitter.low[second],
                            splitter.close[second],
                            splitter.lots[second]);
                }
            }
        }
    }

    /** Puts small bars together to larger ones. */
    private final class Joiner {

        private final Timeframe timeframe;
        private final BarSeriesBuilder out = new BarSeriesBuilder();
        private long openNanos;
        private long endOfBarNanos = Long.MIN_VALUE;
        private long open;
        private long high;
        private long low;
        private long close;
        private long lots;

        Joiner(Timeframe timeframe) {
            this.timeframe = timeframe;
        }

        void add(long nanos, long smallOpen, long smallHigh, long smallLow, long smallClose, long smallLots) {
            if (nanos >= endOfBarNanos) {
                flush();
                openNanos = timeframe.startOf(nanos);
                endOfBarNanos = timeframe.nextStart(openNanos);
                open = smallOpen;
                high = smallHigh;
                low = smallLow;
                lots = 0;
            }
            high = Math.max(high, smallHigh);
            low = Math.min(low, smallLow);
            close = smallClose;
            lots += smallLots;
        }

        private void flush() {
            if (endOfBarNanos != Long.MIN_VALUE) {
                out.add(openNanos, price(open), price(high), price(low), price(close), lots * lotUnits / lotScale);
            }
        }

        private double price(long ticks) {
            return ticks * priceUnits / priceScale;
        }

        BarSeries finish() {
            flush();
            return out.build();
        }
    }
}
