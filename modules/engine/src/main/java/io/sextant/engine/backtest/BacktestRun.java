package io.sextant.engine.backtest;

import io.sextant.domain.market.BarSeries;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What came of a backtest.
 *
 * @param timeNanos openings of all bars, each once
 * @param equity at the close of the bars that opened then
 * @param barsHeld at how many of these something was held, the one it was sold at among them
 */
public record BacktestRun(
        BacktestMarket market,
        long[] timeNanos,
        double[] equity,
        List<BacktestTrade> trades,
        List<BacktestOrder> orders,
        int barsHeld,
        Flows flows,
        List<String> refusals) {

    private static final int ORDER_BYTES = 3 * Long.BYTES;

    /** Money besides profits: what was charged for trades, and what came and went for holding; below nought where it was paid. */
    public record Flows(double fees, double dividends, double borrowing, double funding) {}

    public BacktestRun {
        trades = List.copyOf(trades);
        orders = List.copyOf(orders);
        refusals = List.copyOf(refusals);
    }

    public int size() {
        return timeNanos.length;
    }

    /** Of the first instrument, or the only one. */
    public BarSeries bars() {
        return market.bars(0);
    }

    public double fees() {
        return flows.fees();
    }

    /**
     * SHA-256 over time, units and price of every order, in their order, and over its instrument where there are several: two runs that
     * trade alike have the same.
     */
    public String orderStreamHash() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        ByteBuffer bytes = ByteBuffer.allocate(ORDER_BYTES);
        for (BacktestOrder order : orders) {
            bytes.clear();
            bytes.putLong(market.bars(order.instrument()).openTimeNanos()[order.bar()]);
            bytes.putDouble(order.units());
            bytes.putDouble(order.price());
            digest.update(bytes.array());
            if (market.instruments() > 1) {
                digest.update(market.id(order.instrument()).symbol().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
