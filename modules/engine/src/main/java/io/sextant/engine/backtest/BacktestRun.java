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
 * @param equity at the close of each bar
 * @param barsHeld at how many bars something was held, the one it was sold at among them
 */
public record BacktestRun(
        BarSeries bars, List<BacktestTrade> trades, List<BacktestOrder> orders, double[] equity, int barsHeld) {

    private static final int ORDER_BYTES = 3 * Long.BYTES;

    public BacktestRun {
        trades = List.copyOf(trades);
        orders = List.copyOf(orders);
    }

    public double fees() {
        return trades.stream().mapToDouble(BacktestTrade::commission).sum();
    }

    /** SHA-256 over time, units and price of every order, in their order: two runs that trade alike have the same. */
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
            bytes.putLong(bars.openTimeNanos()[order.bar()]);
            bytes.putDouble(order.units());
            bytes.putDouble(order.price());
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
