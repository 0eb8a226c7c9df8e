package io.sextant.ui.panel.chart;

import io.sextant.domain.market.Side;
import io.sextant.ui.chart.FillMark;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.shell.ShowTime;
import io.sextant.ui.signal.TradeInChart;
import java.util.List;

/** A trade of a backtest as the chart shows it: hollow where our own fills are full, as it never was one. */
final class TradeMarks {

    /** Of a long trade its beginning is shown. */
    private static final long MOST_BARS = 60;

    private static final int DECIMALS = 4;

    private TradeMarks() {}

    static List<FillMark> of(TradeInChart trade, Texts texts) {
        Side left = trade.entered() == Side.BUY ? Side.SELL : Side.BUY;
        return List.of(
                mark(trade, "entry", trade.entered(), trade.entryNanos(), trade.entryPrice(), texts),
                mark(trade, "exit", left, trade.exitNanos(), trade.exitPrice(), texts));
    }

    private static FillMark mark(TradeInChart of, String key, Side side, long nanos, double price, Texts texts) {
        return FillMark.tested(
                nanos,
                price,
                side,
                texts.get(
                        "chartpanel.tested." + key,
                        texts.word(side),
                        texts.figures().number(of.units(), DECIMALS),
                        texts.figures().number(price, DECIMALS),
                        texts.figures().dateTime(nanos)));
    }

    static ShowTime stretch(TradeInChart of) {
        long most = of.entryNanos() + MOST_BARS * of.timeframe().nominalNanos();
        return new ShowTime(of.instrument(), of.timeframe(), of.entryNanos(), Math.min(of.exitNanos(), most));
    }
}
