package io.sextant.marketdata.file;

import io.sextant.domain.dataset.QuarantineReason;
import io.sextant.marketdata.bar.BarRule;
import io.sextant.marketdata.bar.TradeBars;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Trades of one series as they come from a file; each is checked and goes into a bar. */
final class TradeRows {

    /** What the identity of a trade is when its file gives none. */
    static final long NO_ID = 0;

    private final TradeBars bars;
    private final boolean newestFirst;

    private long timeBefore = TimeText.NONE;

    /** Identities of the trades at the newest time. */
    private long[] ids = new long[16];

    private int idCount;

    /** Only where the newest trade comes first: bars are made when all are there. */
    private long[] times = new long[0];

    private double[] prices = new double[0];
    private double[] amounts = new double[0];
    private int held;

    TradeRows(BarRule rule, SeriesRows into, boolean newestFirst) {
        this.newestFirst = newestFirst;
        // Bars come oldest first whatever the order of the rows.
        bars = new TradeBars(rule, into::append);
    }

    /** Null when the trade was taken. */
    @Nullable QuarantineReason add(long time, double price, double amount, long id) {
        if (!Double.isFinite(price) || !Double.isFinite(amount)) {
            return QuarantineReason.NOT_A_NUMBER;
        }
        if (price <= 0) {
            return QuarantineReason.PRICE_NOT_POSITIVE;
        }
        if (amount < 0) {
            return QuarantineReason.NEGATIVE_VOLUME;
        }
        if (timeBefore != TimeText.NONE && (newestFirst ? time > timeBefore : time < timeBefore)) {
            return QuarantineReason.TIME_GOES_BACK;
        }
        if (time != timeBefore) {
            idCount = 0;
        }
        if (id != NO_ID && !isNewId(id)) {
            return QuarantineReason.DUPLICATE;
        }
        timeBefore = time;
        if (newestFirst) {
            hold(time, price, amount);
        } else {
            bars.trade(time, price, amount);
        }
        return null;
    }

    private boolean isNewId(long id) {
        for (int i = idCount - 1; i >= 0; i--) {
            if (ids[i] == id) {
                return false;
            }
        }
        if (idCount == ids.length) {
            ids = Arrays.copyOf(ids, idCount * 2);
        }
        ids[idCount++] = id;
        return true;
    }

    private void hold(long time, double price, double amount) {
        if (held == times.length) {
            int capacity = Math.max(1_024, held * 2);
            times = Arrays.copyOf(times, capacity);
            prices = Arrays.copyOf(prices, capacity);
            amounts = Arrays.copyOf(amounts, capacity);
        }
        times[held] = time;
        prices[held] = price;
        amounts[held] = amount;
        held++;
    }

    void finish() {
        for (int i = held - 1; i >= 0; i--) {
            bars.trade(times[i], prices[i], amounts[i]);
        }
        held = 0;
        bars.finish();
    }
}
