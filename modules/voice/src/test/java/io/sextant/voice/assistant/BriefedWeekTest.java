package io.sextant.voice.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.Query;
import io.sextant.voice.language.Language;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against figures worked by hand. */
class BriefedWeekTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final InstrumentId COIN = InstrumentId.of("BTC-USDT");
    private static final InstrumentId OTHER = InstrumentId.of("ETH-USDT");
    private static final Money NONE = Money.of(0, Currency.USDT);

    private static DeskState desk(double equity, InstrumentId... held) {
        Money worth = Money.of(Math.round(equity * Math.pow(10, Currency.USDT.scale())), Currency.USDT);
        return new DeskState(
                TradingMode.SIMULATED,
                1,
                4 * HOUR,
                1,
                false,
                false,
                "",
                new Account(List.of(), List.of(), worth, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE),
                java.util.Arrays.stream(held)
                        .map(id -> new Position(id, 1, 0, NONE, Price.of(1, 0), NONE, NONE, NONE, NONE, NONE))
                        .toList(),
                List.of(),
                RiskLimits.NONE,
                new EngineHealth(true, "", "", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0));
    }

    private static BarSeries bars(double... openThenCloses) {
        int size = openThenCloses.length - 1;
        long[] times = new long[size];
        double[] open = new double[size];
        double[] close = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = i * HOUR;
            open[i] = openThenCloses[i];
            close[i] = openThenCloses[i + 1];
        }
        return new BarSeries(times, open, close, open, close, close, size);
    }

    private static Chapter performance(DeskState desk, Map<InstrumentId, BarSeries> bars, EquityCurve equity) {
        AnsweringEngine engine = new AnsweringEngine(query -> switch (query) {
            case Query.Equity _ -> equity;
            case Query.Bars each -> bars.getOrDefault(each.instrument(), BarSeries.EMPTY);
            default -> throw new AssertionError(query);
        });
        Briefer.Period period = new Briefer.Period(desk, HOUR / 2, Optional.empty(), List.of(), Map.of(), List.of());
        return new BriefedWeek(new Asking(engine), period)
                .performance(
                        new Chapter("performance", new Templates(Language.ENGLISH), Language.ENGLISH, ZoneOffset.UTC));
    }

    private static Map<String, String> told(Chapter chapter) {
        return chapter.section().facts().stream().collect(Collectors.toMap(Fact::name, Fact::value));
    }

    @Test
    void holdingIsEqualPartsFromTheHourInWhichTheTimeBegan() {
        // 100 to 110 and 50 to 40: 1.1 and 0.8 in equal parts are 0.95. The desk made 2%, which is 7 points more.
        Chapter chapter = performance(
                desk(1_020, COIN, OTHER),
                Map.of(COIN, bars(100, 105, 120, 110), OTHER, bars(50, 45, 45, 40)),
                new EquityCurve(new long[] {HOUR / 2, 2 * HOUR}, new double[] {1_000, 990}));

        assertThat(told(chapter))
                .containsEntry("week.return", "2.00%")
                .containsEntry("week.equity", "20.00 USDT")
                .containsEntry("week.hold", "-5.00%")
                .containsEntry("week.excess", "7.00");
        double[] held = chapter.section().curves().getLast().values();
        assertThat(held).containsExactly(new double[] {1_000, 975, 1_050, 950}, within(1e-9));
    }

    @Test
    void withoutBarsOverTheTimeThereIsNothingToHoldItAgainst() {
        Chapter chapter = performance(
                desk(1_020, COIN), Map.of(), new EquityCurve(new long[] {HOUR / 2, 2 * HOUR}, new double[] {1_000, 990
                }));

        assertThat(told(chapter)).doesNotContainKeys("week.hold", "week.excess").containsKey("week.return");
        assertThat(chapter.section().paragraphs().getLast().text()).contains("nothing to hold it against");
    }

    @Test
    void aDeskWithoutAPastIsToldToHaveNone() {
        Chapter chapter = performance(desk(1_020, COIN), Map.of(), new EquityCurve(new long[0], new double[0]));

        assertThat(chapter.section().facts()).isEmpty();
        assertThat(chapter.section().curves()).isEmpty();
        assertThat(chapter.section().paragraphs().getFirst().text()).contains("not yet noted");
    }
}
