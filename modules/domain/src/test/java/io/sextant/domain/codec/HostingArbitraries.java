package io.sextant.domain.codec;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.hosting.StageChange;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random values of what hosted strategies are made of. */
final class HostingArbitraries {

    private final RecordArbitraries draw;
    private final Random random;

    HostingArbitraries(RecordArbitraries draw, Random random) {
        this.draw = draw;
        this.random = random;
    }

    HostingTerms terms() {
        return new HostingTerms(
                "s-" + random.nextInt(1_000),
                "k" + draw.text(),
                Map.of(draw.text(), random.nextGaussian()),
                List.of(draw.instrumentId()),
                draw.any(Timeframe.values()),
                amount(),
                new HostingLimits(
                        amount(),
                        amount(),
                        1 + random.nextInt(HostingLimits.ORDERS_MAX),
                        1 + random.nextInt(HostingLimits.EXPOSURE_MAX)),
                new BacktestSetup.Costs(random.nextDouble(), random.nextDouble(), random.nextDouble()));
    }

    private Money amount() {
        return Money.of(1 + random.nextLong(Long.MAX_VALUE / 2), Currency.USDT);
    }

    SteerStrategy steer() {
        return new SteerStrategy(
                draw.text(), draw.any(HostSteering.values()), draw.any(StageCause.values()), draw.text());
    }

    StageChange change() {
        return new StageChange(
                draw.text(),
                draw.any(HostedStage.values()),
                draw.any(HostedStage.values()),
                draw.any(StageCause.values()),
                draw.text());
    }
}
