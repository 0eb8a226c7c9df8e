package io.sextant.ui.testing;

import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.backtest.StrategyCard.Setting;
import io.sextant.domain.backtest.StrategyCard.Unit;
import java.util.List;

/** Strategies as an engine offers them. */
final class FakeStrategies {

    static final List<StrategyCard> CARDS = List.of(
            new StrategyCard("buy-and-hold", 1, 100, 0, false, false, List.of()),
            new StrategyCard(
                    "sma-cross",
                    1,
                    1,
                    30,
                    false,
                    false,
                    List.of(
                            new Setting("fast", Unit.BARS, 1, 500, 10, 1),
                            new Setting("slow", Unit.BARS, 2, 1_000, 30, 1),
                            new Setting("long-only", Unit.YES_OR_NO, 0, 1, 0, 1))),
            new StrategyCard(
                    "pairs",
                    2,
                    50,
                    252,
                    false,
                    false,
                    List.of(new Setting("alpha", Unit.SHARE, 0.001, 0.2, 0.05, 0.01))),
            new StrategyCard("forecast-driven", 1, 1, 1, true, false, List.of()));

    private FakeStrategies() {}
}
