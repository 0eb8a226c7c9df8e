package io.sextant.voice.command;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeProfile;
import java.math.BigDecimal;
import java.util.Optional;

/** What a sentence asks for, with everything in it named. It does nothing: who reads it decides what follows. */
public sealed interface Instruction {

    /** What may follow from an instruction without a second yes. */
    enum Effect {
        /** Something is told or shown; nothing changes. */
        TELLS,
        /** Orders, positions or what may trade would change: it is drafted and waits for a yes. */
        DRAFTS,
        /** Acts at once: the kill switch, and it alone. */
        ACTS,
        /** Answers a question that is open. */
        ANSWERS
    }

    record Trade(Side side, Amount amount, InstrumentId instrument, Pricing pricing) implements Instruction {}

    /** A position, or a part of it. */
    record Close(InstrumentId instrument, Share share) implements Instruction {}

    /** Everything that is held. */
    record Flatten() implements Instruction {}

    record CancelAll() implements Instruction {}

    record CancelOf(InstrumentId instrument) implements Instruction {}

    record CancelLast() implements Instruction {}

    record CancelNumber(long order) implements Instruction {}

    /** What becomes of trading. */
    enum Switching {
        START,
        /** Go on after a pause. */
        RESUME,
        PAUSE,
        STOP
    }

    /** All trading of the desk. */
    record SwitchTrading(Switching switching) implements Instruction {}

    record SwitchStrategy(Switching switching, String strategy) implements Instruction {}

    record EngageKill() implements Instruction {}

    /** Which exit of a position. */
    enum Exit {
        STOP,
        TARGET
    }

    record SetExit(Exit exit, Level level, InstrumentId instrument) implements Instruction {}

    record ReduceExposure(Share share) implements Instruction {}

    record SwitchProfile(RegimeProfile profile) implements Instruction {}

    /** Which weights and limits a sentence does not name: it leads to where they are chosen and orders are drafted. */
    record Rebalance() implements Instruction {}

    record ShowPanel(String panel) implements Instruction {}

    record ShowChart(InstrumentId instrument, Optional<Timeframe> timeframe) implements Instruction {}

    record ShowTimeframe(Timeframe timeframe) implements Instruction {}

    record AskPrice(InstrumentId instrument) implements Instruction {}

    record AskForecast(InstrumentId instrument) implements Instruction {}

    record AskRisk() implements Instruction {}

    record AskProfit(Optional<InstrumentId> instrument) implements Instruction {}

    record AskPosition(Optional<InstrumentId> instrument) implements Instruction {}

    record AskBalance() implements Instruction {}

    record AskWhyTraded(Side side, InstrumentId instrument) implements Instruction {}

    record AskWhyRisk() implements Instruction {}

    /** The order of that number, or the last trade, of an instrument where one is named. */
    record ExplainTrade(Optional<InstrumentId> instrument, Optional<Long> order) implements Instruction {}

    record RunBacktest(String strategy, Optional<InstrumentId> instrument) implements Instruction {}

    /** {@code percent} is below zero for a fall; no instrument stands for all of them. */
    record WhatIf(Optional<InstrumentId> instrument, BigDecimal percent) implements Instruction {}

    /** How a price has to stand to its level. */
    enum Crossing {
        ABOVE,
        BELOW,
        /** Either way, by so many percent. */
        EITHER
    }

    record AlertWhen(InstrumentId instrument, Crossing crossing, Level level) implements Instruction {}

    record Help() implements Instruction {}

    record Yes() implements Instruction {}

    record No() implements Instruction {}

    default Effect effect() {
        return switch (this) {
            case Trade _,
                    Close _,
                    Flatten _,
                    CancelAll _,
                    CancelOf _,
                    CancelLast _,
                    CancelNumber _,
                    SwitchTrading _,
                    SwitchStrategy _,
                    SetExit _,
                    ReduceExposure _,
                    SwitchProfile _,
                    AlertWhen _ -> Effect.DRAFTS;
            case EngageKill _ -> Effect.ACTS;
            case Yes _, No _ -> Effect.ANSWERS;
            case ShowPanel _,
                    ShowChart _,
                    ShowTimeframe _,
                    AskPrice _,
                    AskForecast _,
                    AskRisk _,
                    AskProfit _,
                    AskPosition _,
                    AskBalance _,
                    AskWhyTraded _,
                    AskWhyRisk _,
                    ExplainTrade _,
                    Rebalance _,
                    RunBacktest _,
                    WhatIf _,
                    Help _ -> Effect.TELLS;
        };
    }

    /** The instrument that is spoken of, which "it" means in the next sentence. */
    default Optional<InstrumentId> findInstrument() {
        return switch (this) {
            case Trade each -> Optional.of(each.instrument());
            case Close each -> Optional.of(each.instrument());
            case CancelOf each -> Optional.of(each.instrument());
            case SetExit each -> Optional.of(each.instrument());
            case ShowChart each -> Optional.of(each.instrument());
            case AskPrice each -> Optional.of(each.instrument());
            case AskForecast each -> Optional.of(each.instrument());
            case AskWhyTraded each -> Optional.of(each.instrument());
            case AlertWhen each -> Optional.of(each.instrument());
            case AskProfit each -> each.instrument();
            case AskPosition each -> each.instrument();
            case RunBacktest each -> each.instrument();
            case WhatIf each -> each.instrument();
            case ExplainTrade each -> each.instrument();
            case Flatten _,
                    CancelAll _,
                    CancelLast _,
                    CancelNumber _,
                    SwitchTrading _,
                    SwitchStrategy _,
                    EngageKill _,
                    ReduceExposure _,
                    SwitchProfile _,
                    Rebalance _,
                    ShowPanel _,
                    ShowTimeframe _,
                    AskRisk _,
                    AskBalance _,
                    AskWhyRisk _,
                    Help _,
                    Yes _,
                    No _ -> Optional.empty();
        };
    }
}
