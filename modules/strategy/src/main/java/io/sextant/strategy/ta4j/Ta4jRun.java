package io.sextant.strategy.ta4j;

import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.Strategy;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.num.Num;

/** Gives a strategy of ta4j its bars, and in its record the positions as they truly are, which rules of stops look at. */
final class Ta4jRun implements StrategyRun {

    private final BarSeries series;
    private final Strategy strategy;
    private final TradingRecord record;
    private final double side;
    private double wished;

    Ta4jRun(BarSeries series, Strategy strategy) {
        this.series = series;
        this.strategy = strategy;
        record = new BaseTradingRecord(strategy.getStartingType());
        side = strategy.getStartingType() == TradeType.BUY ? 1 : -1;
    }

    @Override
    public void next(Scene scene, Wishes wishes) {
        if (!scene.isNew(0)) {
            return;
        }
        append(scene);
        int index = series.getEndIndex();
        writeDown(scene, index);
        if (wished == 0 && record.isClosed() && strategy.shouldEnter(index, record)) {
            hold(scene, wishes, side, "ta4j-entry");
        } else if (wished != 0 && !record.isClosed() && strategy.shouldExit(index, record)) {
            hold(scene, wishes, 0, "ta4j-exit");
        }
    }

    private void append(Scene scene) {
        series.barBuilder()
                .timePeriod(Duration.ofNanos(Math.max(1, scene.endNanos() - scene.openTimeNanos(0))))
                .endTime(Instant.ofEpochSecond(0, scene.endNanos()))
                .openPrice(scene.open(0))
                .highPrice(scene.high(0))
                .lowPrice(scene.low(0))
                .closePrice(scene.close(0))
                .volume(scene.volume(0))
                .amount(scene.volume(0) * scene.close(0))
                .trades(0)
                .add();
    }

    private void writeDown(Scene scene, int index) {
        double units = scene.heldUnits(0);
        if (units != 0 && record.isClosed()) {
            record.enter(index, number(scene.entryPrice(0)), number(Math.abs(units)));
        } else if (units == 0 && !record.isClosed()) {
            record.exit(
                    index,
                    number(scene.open(0)),
                    record.getCurrentPosition().getEntry().getAmount());
        }
    }

    private Num number(double value) {
        return series.numFactory().numOf(value);
    }

    private void hold(Scene scene, Wishes wishes, double share, String code) {
        wished = share;
        wishes.hold(Target.strong(0, share, Reason.of(code, new Figure("close", scene.close(0)))));
    }
}
