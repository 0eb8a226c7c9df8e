package io.sextant.voice.assistant;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.voice.language.Language;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A desk of one coin at 100 of which a model with measured skill expects 102, for the tests of what is recommended. */
abstract class RecommendedDesk {

    static final InstrumentId COIN = InstrumentId.of("BTC-USDT");
    static final long HOUR = 3_600_000_000_000L;
    static final Money NONE = Money.of(0, Currency.USDT);

    final Map<String, String> settings = new HashMap<>();
    Verdict verdict = Verdict.SKILL;
    String model = "ridge";
    Optional<DriftGauge> drift = Optional.empty();
    double price = 100;
    double low = 101;
    double high = 103;
    long now = 10 * HOUR;
    long fanEnds = 11 * HOUR;
    boolean killed;
    double ratio = 0.97;
    OptimiserBoard weights = new OptimiserBoard.TooFewInstruments(List.of(COIN), 60);
    final List<OptimiserWish> wished = new ArrayList<>();
    double most = Double.POSITIVE_INFINITY;
    FeedStatus feed = FeedStatus.CONNECTED;
    List<Position> positions = List.of();
    Optional<Refusal> refusal = Optional.empty();
    SizeSuggestion size = new SizeSuggestion.Suggested(Quantity.parse("2.0000"), Currency.USDT, 1, 1, false);

    ForecastBoard board() {
        double middle = (low + high) / 2;
        ModelForecast champion = new ModelForecast(
                new ModelCard("m-1", model, 0, 0, 0, 500, "abcdef0123", Map.of(), Optional.empty()),
                new SkillFigures(verdict, 400, 1, 1, 0, ratio, 1, 1, 1, 0.004, 0.56, 0.51, 0.61, 0.5, 0.81, 0.95, 0.1),
                List.of(),
                Optional.of(new ForecastFan(now, price, new long[] {fanEnds}, new double[][] {
                    {low - 1, low, middle, middle, middle, high, high + 1}
                })),
                List.of());
        return new ForecastBoard(
                COIN,
                Timeframe.H1,
                ForecastBoard.State.READY,
                1_000,
                500,
                Optional.of("m-1"),
                Optional.empty(),
                List.of(champion),
                List.of(),
                drift,
                List.of(),
                3,
                Optional.empty());
    }

    /** A fee of a thousandth and no slippage: there and back costs two thousandths. */
    Object answer(Query<?> query) {
        return switch (query) {
            case Query.Desk _ ->
                new DeskState(
                        TradingMode.PAPER,
                        1,
                        now,
                        1,
                        false,
                        killed,
                        "",
                        new Account(List.of(), List.of(), NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE),
                        positions,
                        List.of(),
                        RiskLimits.NONE,
                        new EngineHealth(true, "", "", feed, 0, 0, 0, 0, 0, 0));
            case Query.Settings _ -> settings;
            case Query.Instruments _ ->
                List.of(new SpotPair(
                        COIN,
                        "Bitcoin",
                        Currency.BTC,
                        Currency.USDT,
                        TradingRules.of("0.5", "0.0001"),
                        FeeSchedule.FREE));
            case Query.Forecasts _ -> board();
            case Query.Market _ ->
                new MarketState(
                        COIN,
                        now,
                        Optional.of(Price.parse(String.valueOf(price))),
                        Depth.EMPTY,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Quantity.parse("0"));
            case Query.Size _ -> size;
            case Query.Optimiser(OptimiserWish wish) -> {
                wished.add(wish);
                yield weights;
            }
            case Query.Preview(var draft) ->
                new OrderPreview(
                        Optional.of(Price.parse(String.valueOf(price))),
                        Optional.of(money(200)),
                        Optional.of(money(0.2)),
                        Optional.empty(),
                        "0",
                        "2",
                        draft.quantity().toDouble() > most
                                ? Optional.of(Refusal.of(RefusalCode.QUANTITY_LIMIT, "2", "1"))
                                : refusal);
            default -> throw new AssertionError(query);
        };
    }

    static Money money(double amount) {
        return Money.of(Math.round(amount * Math.pow(10, Currency.USDT.scale())), Currency.USDT);
    }

    Optional<Recommendation> look() {
        return new Recommender(new AnsweringEngine(this::answer), Language.ENGLISH, Timeframe.H1, ZoneOffset.UTC)
                .look(List.of(COIN));
    }

    /** Hours of a year of 8,766; the desk is worth 1,000, a lot 0.01, and {@code held} of its worth is held. */
    OptimiserBoard.Computed optimised(double weight, double held) {
        OptimiserBoard.Past past = new OptimiserBoard.Past(new double[] {1}, 0, 0, 0);
        OptimiserBoard.Figures figures = new OptimiserBoard.Figures(0, 0, 0, new double[2]);
        double lot = 0.01;
        return new OptimiserBoard.Computed(
                new OptimiserWish(List.of(), Timeframe.H1, WeightMethod.GOALS, 0, 1, false, List.of(), Goals.NONE),
                now,
                List.of(COIN, InstrumentId.of("ETH-USDT")),
                new double[2],
                new double[2][2],
                new int[] {0, 1},
                List.of(),
                List.of(
                        new OptimiserBoard.Named(
                                OptimiserBoard.Kind.CHOSEN, new double[] {weight, 1 - weight}, figures, past),
                        new OptimiserBoard.Named(OptimiserBoard.Kind.CURRENT, new double[] {held, 0}, figures, past)),
                Optional.empty(),
                Currency.USDT,
                1_000,
                List.of(
                        new OptimiserBoard.Holding(held * 1_000 / lot, lot, 0, Double.NaN, List.of()),
                        new OptimiserBoard.Holding(0, lot, 0, Double.NaN, List.of())),
                new long[0],
                8_766);
    }

    Map<String, Fact> facts(Recommendation found) {
        return found.evidence().facts().stream()
                .collect(Collectors.toMap(Fact::name, each -> each, (one, other) -> one));
    }
}
