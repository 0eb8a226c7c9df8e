package io.sextant.strategy;

import io.sextant.strategy.bar.BollingerReversion;
import io.sextant.strategy.bar.DonchianBreakout;
import io.sextant.strategy.bar.EmaCross;
import io.sextant.strategy.bar.ForecastDriven;
import io.sextant.strategy.bar.OrnsteinUhlenbeckReversion;
import io.sextant.strategy.bar.RegimeSwitch;
import io.sextant.strategy.bar.RsiReversion;
import io.sextant.strategy.bar.SmaCross;
import io.sextant.strategy.bar.TimeSeriesMomentum;
import io.sextant.strategy.bar.VolatilityTargetTrend;
import io.sextant.strategy.group.Basket;
import io.sextant.strategy.group.BuyAndHold;
import io.sextant.strategy.group.CrossSectionalMomentum;
import io.sextant.strategy.group.KalmanPair;
import io.sextant.strategy.group.Pairs;
import io.sextant.strategy.group.PortfolioRebalance;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The strategies that come with the workstation. */
public final class StrategyCatalog {

    private static final List<StrategyKind> ALL = List.of(
            new BuyAndHold(),
            new SmaCross(),
            new EmaCross(),
            new DonchianBreakout(),
            new TimeSeriesMomentum(),
            new VolatilityTargetTrend(),
            new CrossSectionalMomentum(),
            new BollingerReversion(),
            new RsiReversion(),
            new OrnsteinUhlenbeckReversion(),
            new Pairs(),
            new KalmanPair(),
            new Basket(),
            new ForecastDriven(),
            new RegimeSwitch(),
            new PortfolioRebalance());

    private StrategyCatalog() {}

    /** In the order in which they are offered. */
    public static List<StrategyKind> all() {
        return ALL;
    }

    public static Optional<StrategyKind> find(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Refuses with a sentence a name that is not there. */
    public static StrategyKind get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no strategy called '" + name + "'; there is "
                        + ALL.stream().map(StrategyKind::name).collect(Collectors.joining(", "))));
    }
}
