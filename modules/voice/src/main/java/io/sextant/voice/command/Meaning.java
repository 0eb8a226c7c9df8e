package io.sextant.voice.command;

import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.regime.RegimeProfile;
import io.sextant.voice.command.Instruction.Crossing;
import io.sextant.voice.command.Instruction.Exit;
import io.sextant.voice.command.Instruction.Switching;
import java.math.BigDecimal;
import java.util.Optional;

/** What a sentence that fits a form means. One whose numbers make no sense (200 percent of a position) means nothing. */
final class Meaning {

    private Meaning() {}

    static Optional<? extends Instruction> of(Rule rule, Slots slots) {
        return switch (rule) {
            case TRADE ->
                amount(slots)
                        .flatMap(amount -> pricing(slots)
                                .map(pricing -> new Instruction.Trade(
                                        Side.valueOf(slots.mark("side")), amount, slots.instrument(), pricing)));
            case CLOSE ->
                (hasShare(slots) ? share(slots) : Optional.of(Share.ALL))
                        .map(share -> new Instruction.Close(slots.instrument(), share));
            case FLATTEN -> Optional.of(new Instruction.Flatten());
            case CANCEL_ALL -> Optional.of(new Instruction.CancelAll());
            case CANCEL_OF -> Optional.of(new Instruction.CancelOf(slots.instrument()));
            case CANCEL_LAST -> Optional.of(new Instruction.CancelLast());
            case CANCEL_NUMBER -> whole(slots.number("order")).map(Instruction.CancelNumber::new);
            case START -> Optional.of(new Instruction.SwitchTrading(Switching.START));
            case PAUSE -> Optional.of(new Instruction.SwitchTrading(Switching.PAUSE));
            case STOP -> Optional.of(new Instruction.SwitchTrading(Switching.STOP));
            case RESUME_STRATEGY ->
                Optional.of(new Instruction.SwitchStrategy(Switching.RESUME, slots.mark("strategy")));
            case START_STRATEGY -> Optional.of(new Instruction.SwitchStrategy(Switching.START, slots.mark("strategy")));
            case PAUSE_STRATEGY -> Optional.of(new Instruction.SwitchStrategy(Switching.PAUSE, slots.mark("strategy")));
            case STOP_STRATEGY -> Optional.of(new Instruction.SwitchStrategy(Switching.STOP, slots.mark("strategy")));
            case KILL -> Optional.of(new Instruction.EngageKill());
            case SET_STOP ->
                exitLevel(slots).map(level -> new Instruction.SetExit(Exit.STOP, level, slots.instrument()));
            case SET_TARGET ->
                level(slots).map(level -> new Instruction.SetExit(Exit.TARGET, level, slots.instrument()));
            case REDUCE -> share(slots).map(Instruction.ReduceExposure::new);
            case PROFILE -> Optional.of(new Instruction.SwitchProfile(RegimeProfile.valueOf(slots.mark("profile"))));
            case REBALANCE -> Optional.of(new Instruction.Rebalance());
            case SHOW_PANEL -> Optional.of(new Instruction.ShowPanel(slots.mark("panel")));
            case SHOW_CHART -> Optional.of(new Instruction.ShowChart(slots.instrument(), timeframe(slots)));
            case TIMEFRAME -> timeframe(slots).map(Instruction.ShowTimeframe::new);
            case PRICE -> Optional.of(new Instruction.AskPrice(slots.instrument()));
            case FORECAST -> Optional.of(new Instruction.AskForecast(slots.instrument()));
            case RISK -> Optional.of(new Instruction.AskRisk());
            case PROFIT -> Optional.of(new Instruction.AskProfit(slots.findInstrument()));
            case POSITION -> Optional.of(new Instruction.AskPosition(slots.findInstrument()));
            case BALANCE -> Optional.of(new Instruction.AskBalance());
            case WHY_TRADED ->
                Optional.of(new Instruction.AskWhyTraded(Side.valueOf(slots.mark("side")), slots.instrument()));
            case WHY_RISK -> Optional.of(new Instruction.AskWhyRisk());
            case EXPLAIN -> explained(slots);
            case BACKTEST -> Optional.of(new Instruction.RunBacktest(slots.mark("strategy"), slots.findInstrument()));
            case WHAT_IF -> whatIf(slots);
            case ALERT ->
                level(slots)
                        .map(level -> new Instruction.AlertWhen(
                                slots.instrument(), Crossing.valueOf(slots.mark("crossing")), level));
            case HELP -> Optional.of(new Instruction.Help());
            case YES -> Optional.of(new Instruction.Yes());
            case NO -> Optional.of(new Instruction.No());
        };
    }

    private static Optional<Amount> amount(Slots slots) {
        if (slots.has("quantity")) {
            return positive(slots.number("quantity"))
                    .map(number -> new Amount.Units(Quantity.parse(number.toPlainString())));
        }
        if (slots.has("value")) {
            return positive(slots.number("value")).map(number -> new Amount.Value(number, slots.mark("currency")));
        }
        return share(slots).map(Amount.PartOfPosition::new);
    }

    private static Optional<Pricing> pricing(Slots slots) {
        return switch (slots.has("pricing") ? slots.mark("pricing") : "market") {
            case "limit" -> price(slots).map(Pricing.AtLimit::new);
            case "stop" -> price(slots).map(Pricing.AtStop::new);
            default -> Optional.of(new Pricing.AtMarket());
        };
    }

    private static Optional<Price> price(Slots slots) {
        return positive(slots.number("price")).map(number -> Price.parse(number.toPlainString()));
    }

    private static Optional<Level> level(Slots slots) {
        return slots.has("percent")
                ? positive(slots.number("percent")).map(Level.PercentAway::new)
                : price(slots).map(Level.AtPrice::new);
    }

    /** A stop all of a price away or more could never be reached. */
    private static Optional<Level> exitLevel(Slots slots) {
        return level(slots)
                .filter(level -> !(level instanceof Level.PercentAway(BigDecimal percent))
                        || percent.compareTo(BigDecimal.valueOf(100)) < 0);
    }

    private static boolean hasShare(Slots slots) {
        return slots.has("share") || slots.has("percent");
    }

    private static Optional<Share> share(Slots slots) {
        if (slots.has("percent")) {
            return Optional.of(slots.number("percent")).filter(Share::isPercent).map(Share::ofPercent);
        }
        String mark = slots.mark("share");
        int slash = mark.indexOf('/');
        return Optional.of(
                new Share(Long.parseLong(mark.substring(0, slash)), Long.parseLong(mark.substring(slash + 1))));
    }

    private static Optional<Timeframe> timeframe(Slots slots) {
        return slots.has("timeframe") ? Optional.of(Timeframe.parse(slots.mark("timeframe"))) : Optional.empty();
    }

    private static Optional<Instruction> explained(Slots slots) {
        return slots.has("order")
                ? whole(slots.number("order"))
                        .map(order -> new Instruction.ExplainTrade(Optional.empty(), Optional.of(order)))
                : Optional.of(new Instruction.ExplainTrade(slots.findInstrument(), Optional.empty()));
    }

    private static Optional<Instruction> whatIf(Slots slots) {
        BigDecimal percent = slots.number("percent");
        boolean falls = slots.mark("move").equals("DOWN");
        boolean possible = percent.signum() > 0 && (!falls || Share.isPercent(percent));
        return possible
                ? Optional.of(new Instruction.WhatIf(slots.findInstrument(), falls ? percent.negate() : percent))
                : Optional.empty();
    }

    private static Optional<BigDecimal> positive(BigDecimal number) {
        return Optional.of(number).filter(each -> each.signum() > 0);
    }

    private static Optional<Long> whole(BigDecimal number) {
        return positive(number).filter(each -> each.scale() <= 0).map(BigDecimal::longValueExact);
    }
}
