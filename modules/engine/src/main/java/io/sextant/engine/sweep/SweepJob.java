package io.sextant.engine.sweep;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.strategy.kind.Choice;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What is to be run, as a value that could be sent to wherever the strategy and the bars are.
 *
 * @param strategy by what it is known again, its version or the hash of its file among it
 * @param barsHash SHA-256 of the bars
 * @param sets a value of every parameter, for each run
 */
public record SweepJob(String strategy, String barsHash, BacktestTerms terms, List<Choice> sets) {

    public SweepJob {
        sets = List.copyOf(sets);
    }

    SweepJob withSets(List<Choice> others) {
        return new SweepJob(strategy, barsHash, terms, others);
    }

    /** Over times, prices and volumes of all bars. */
    public static String hash(BarSeries bars) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        ByteBuffer bytes = ByteBuffer.allocate(6 * Long.BYTES);
        for (int i = 0; i < bars.size(); i++) {
            bytes.clear();
            bytes.putLong(bars.openTimeNanos()[i]);
            bytes.putDouble(bars.open()[i]).putDouble(bars.high()[i]).putDouble(bars.low()[i]);
            bytes.putDouble(bars.close()[i]).putDouble(bars.volume()[i]);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
