package io.sextant.domain.request;

import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.fundamental.CompanyRecord;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.SizingRule;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.WhatIfBoard;
import io.sextant.domain.rules.OpenedRules;
import io.sextant.domain.rules.RuleCheck;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.source.Observation;
import io.sextant.domain.source.StoredMacro;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question with a quick answer of type {@code R}. */
public sealed interface Query<R> {

    /** All instruments of the session, in their fixed order. */
    record Instruments() implements Query<List<Instrument>> {}

    /** At most {@code limit} bars that open before {@code beforeNanos}, the newest ones, in time order. */
    record Bars(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit, BarReading reading)
            implements Query<BarSeries> {
        public Bars {
            requirePositive(limit, "limit");
        }

        public Bars(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
            this(instrument, timeframe, beforeNanos, limit, BarReading.PLAIN);
        }
    }

    /** Which other ways there are to read an instrument's bars. */
    record Readings(InstrumentId instrument) implements Query<BarReadings> {}

    record Desk() implements Query<DeskState> {}

    /** The risk gate: its state, its controls, its breakers. */
    record Gate() implements Query<GateStatus> {}

    record Market(InstrumentId instrument) implements Query<MarketState> {}

    /** What an order would cost and whether the gate would let it pass, now. */
    record Preview(OrderDraft draft) implements Query<OrderPreview> {}

    /** Whether a bracket would be taken, and where its stop would stand, now. */
    record PreviewBracket(BracketTerms terms) implements Query<BracketPreview> {}

    /** What a bad day would cost before these orders and after all of them. */
    record RiskOfOrder(List<OrderDraft> drafts) implements Query<OrderRisk> {

        public static final int MOST = 100;

        public RiskOfOrder {
            drafts = List.copyOf(drafts);
            if (drafts.isEmpty() || drafts.size() > MOST) {
                throw new IllegalArgumentException("from 1 to " + MOST + " orders, were " + drafts.size());
            }
        }

        public RiskOfOrder(OrderDraft draft) {
            this(List.of(draft));
        }
    }

    /** How much of an instrument a rule lets one trade on this side at {@code price}. */
    record Size(InstrumentId instrument, Side side, Price price, SizingRule rule) implements Query<SizeSuggestion> {}

    /** How bad it can get for the desk as it stands, and after a shock that is only supposed. */
    record Risk(double confidence, RiskShock shock) implements Query<RiskBoard> {
        public Risk {
            if (!(confidence >= 0.5 && confidence < 1)) {
                throw new IllegalArgumentException("a confidence is from 0.5 to below 1, was " + confidence);
            }
        }
    }

    /** What the desk would be in each of these cases, and what may become of it; nothing is ordered. */
    record WhatIf(double confidence, List<Supposition> cases, int paths) implements Query<WhatIfBoard> {

        public static final int CASES_MAX = 20;
        public static final int PATHS_MAX = 20_000;

        public WhatIf {
            cases = List.copyOf(cases);
            if (!(confidence >= 0.5 && confidence < 1)) {
                throw new IllegalArgumentException("a confidence is from 0.5 to below 1, was " + confidence);
            }
            if (cases.size() > CASES_MAX || paths < 100 || paths > PATHS_MAX) {
                throw new IllegalArgumentException("at most " + CASES_MAX + " cases and from 100 to " + PATHS_MAX
                        + " paths, was " + cases.size() + " and " + paths);
            }
        }
    }

    /** How much of each instrument, and what that would mean. */
    record Optimiser(OptimiserWish wish) implements Query<OptimiserBoard> {}

    /** The strategies that can be run, in the order in which they are offered. */
    record Strategies() implements Query<List<StrategyCard>> {}

    /** The files of rules in the person's own folder, by name. */
    record OwnRules() implements Query<List<String>> {}

    /** One of them; empty where there is none of that name any more. */
    record ReadRules(String file) implements Query<Optional<OpenedRules>> {}

    /** What is wrong with rules that are being written; nothing is kept. */
    record CheckRules(RuleSheet sheet) implements Query<RuleCheck> {}

    /** The newest orders with their lives, newest first. */
    record OrderHistory(int limit) implements Query<List<OrderLife>> {
        public OrderHistory {
            requirePositive(limit, "limit");
        }
    }

    /** The newest fills, newest first. */
    record Fills(int limit) implements Query<List<Fill>> {
        public Fills {
            requirePositive(limit, "limit");
        }
    }

    /** All changes of one order in time order. */
    record OrderStory(OrderId order) implements Query<List<Event>> {}

    /** The whole life of one order, from the draft to the ledger; empty when no order of that number passed the gate. */
    record Chronicle(OrderId order) implements Query<Optional<OrderChronicle>> {}

    /** The newest facts, newest first. */
    record NewestEvents(int limit) implements Query<List<Event>> {
        public NewestEvents {
            requirePositive(limit, "limit");
        }
    }

    /** The equity curve since {@code fromNanos}, thinned to at most {@code maxPoints} without losing its extremes. */
    record Equity(long fromNanos, int maxPoints) implements Query<EquityCurve> {
        public Equity {
            requirePositive(maxPoints, "maxPoints");
        }
    }

    /** All series of bars that are stored, by instrument and timeframe. */
    record Archive() implements Query<List<ArchivedSeries>> {}

    /** What of an instrument's bars is not to be trusted, in time order; of bars below a minute, what is known of minutes. */
    record Marks(InstrumentId instrument, Timeframe timeframe) implements Query<List<MarkedStretch>> {}

    /** All macro series that are stored, by name. */
    record MacroList() implements Query<List<StoredMacro>> {}

    /** A macro series as it stood at a time: of each period the figure that was known then, and nothing that came later. */
    record MacroAsKnown(String name, long atNanos) implements Query<List<Observation>> {}

    /** What is known of the venue's books, as it was told last; empty for a desk whose venue keeps none of its own. */
    record Books() implements Query<Optional<VenueChecked>> {}

    /** What was known of all companies at a time, by symbol; nothing that was published later. */
    record Companies(long atNanos) implements Query<List<CompanyRecord>> {}

    /** What is forecast of a series and what that was worth; the first question for a series begins it. */
    record Forecasts(InstrumentId instrument, Timeframe timeframe) implements Query<ForecastBoard> {}

    /**
     * What the forecasts of a series were worth whose bars ended after one time and not after another; begins nothing, so that of a series that
     * nobody asked for there is none.
     */
    record DueForecasts(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos)
            implements Query<DueBoard> {}

    /** Which regime a series is in and what each has meant; the first question for a series begins it. */
    record Regimes(InstrumentId instrument, Timeframe timeframe) implements Query<RegimeBoard> {}

    /** The strategies that the desk runs, with their books, what they want and how they compare with their tests. */
    record HostedStrategies() implements Query<HostingBoard> {}

    /** What became of a command, for who lost the answer; empty when none of that key came, or so long ago that it is forgotten. */
    record AnswerTo(CommandKey key) implements Query<Optional<Answer>> {}

    record Settings() implements Query<Map<String, String>> {}

    private static void requirePositive(int value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above zero, was " + value);
        }
    }
}
