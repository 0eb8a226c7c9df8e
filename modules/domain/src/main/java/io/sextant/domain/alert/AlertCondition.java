package io.sextant.domain.alert;

import io.sextant.domain.alert.LevelTest.Direction;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.regime.RegimeName;
import java.util.Locale;
import java.util.Optional;

/** When an alert fires. Its {@link #text()} is what people type and what the journal keeps. */
public sealed interface AlertCondition {

    /** As people write it: {@code price BTC-USDT below 50000}; {@link AlertConditions#parse} reads it. */
    String text();

    /** A number that stands at some level at any time: it fires once when it gets there, and again after it was back. */
    sealed interface Standing extends AlertCondition {}

    /** Something that happens at a moment: each time is a case of its own. */
    sealed interface Happening extends AlertCondition {}

    /** A standing condition that compares a number with a level. */
    sealed interface Levelled extends Standing {

        LevelTest test();
    }

    /** The price of the last trade. */
    record PriceAt(InstrumentId instrument, LevelTest test) implements Levelled {

        @Override
        public String text() {
            return "price " + instrument + " " + words(test);
        }
    }

    /** The price, so many percent away from {@code from} in either direction. */
    record MoveBy(InstrumentId instrument, double percent, double from) implements Standing {

        public MoveBy {
            if (!(percent > 0 && percent < 100) || !(from > 0)) {
                throw new IllegalArgumentException("a move is of more than 0 and less than 100 percent of a price");
            }
        }

        /** Each is a level of its own. */
        public LevelTest upper() {
            return new LevelTest(Direction.ABOVE, from * (1 + percent / 100));
        }

        public LevelTest lower() {
            return new LevelTest(Direction.BELOW, from * (1 - percent / 100));
        }

        @Override
        public String text() {
            return "move " + instrument + " " + LevelTest.plain(percent) + "% from " + LevelTest.plain(from);
        }
    }

    /** A feature of the catalogue at the close of a bar. */
    record IndicatorAt(InstrumentId instrument, Timeframe timeframe, String feature, LevelTest test)
            implements Levelled {

        public IndicatorAt {
            if (!feature.matches("[a-z0-9_.]{1,60}")) {
                throw new IllegalArgumentException("'" + feature + "' is no name of a feature");
            }
        }

        @Override
        public String text() {
            return "indicator " + instrument + " " + timeframe.label() + " " + feature + " " + words(test);
        }
    }

    /** The forecasts of a series have measured skill, or have none any more. */
    record SkillIs(InstrumentId instrument, Timeframe timeframe, boolean present) implements Standing {

        @Override
        public String text() {
            return "skill " + instrument + " " + timeframe.label() + " " + (present ? "found" : "lost");
        }
    }

    /** Which figure of the desk's risk; shares are in percent. */
    enum RiskFigure {
        /** Historical value at risk of a day at 95%, of equity. */
        VAR,
        /** How far equity is under its peak. */
        DRAWDOWN,
        /** Gross exposure, of equity. */
        EXPOSURE,
        /** What was lost since the day began, of equity then. */
        DAY_LOSS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record RiskAt(RiskFigure figure, LevelTest test) implements Levelled {

        @Override
        public String text() {
            return "risk " + figure.word() + " " + words(test) + "%";
        }
    }

    /** How far a control of the gate is used up, in percent; what is left to 100 is its headroom. */
    record LimitUsed(GateControl control, LevelTest test) implements Levelled {

        @Override
        public String text() {
            return "limit " + control.name().toLowerCase(Locale.ROOT) + " " + words(test) + "%";
        }
    }

    /** A model of the series was found to have drifted. */
    record Drifted(Optional<InstrumentId> instrument) implements Happening {

        @Override
        public String text() {
            return "drift " + any(instrument);
        }
    }

    /** A series is told to be in this regime; none stands for those that are a danger. */
    record RegimeBegins(InstrumentId instrument, Timeframe timeframe, Optional<RegimeName> regime)
            implements Happening {

        @Override
        public String text() {
            return "regime " + instrument + " " + timeframe.label() + " "
                    + regime.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("danger");
        }
    }

    record Filled(Optional<InstrumentId> instrument) implements Happening {

        @Override
        public String text() {
            return "fill " + any(instrument);
        }
    }

    /** A feed is gone or told late. */
    record FeedTroubled() implements Happening {

        @Override
        public String text() {
            return "feed trouble";
        }
    }

    /** A headline about an instrument, with a word in it where one is named. */
    record NewsOf(Optional<InstrumentId> instrument, String word) implements Happening {

        public NewsOf {
            word = word.strip();
            if (word.length() > 60 || word.contains("\n")) {
                throw new IllegalArgumentException("a word to look for has at most 60 characters");
            }
        }

        @Override
        public String text() {
            return ("news " + any(instrument) + " " + word).strip();
        }
    }

    private static String any(Optional<InstrumentId> instrument) {
        return instrument.map(InstrumentId::symbol).orElse("any");
    }

    private static String words(LevelTest test) {
        return test.direction().name().toLowerCase(Locale.ROOT) + " " + LevelTest.plain(test.level());
    }
}
