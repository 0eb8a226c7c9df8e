package io.sextant.voice.command;

import io.sextant.domain.market.Side;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An instruction for programs: a name of its kind and its parts as text. Names never change; exact numbers stay exact. */
public record NamedInstruction(String intent, Map<String, String> slots) {

    public NamedInstruction {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    public static NamedInstruction of(Instruction instruction) {
        Map<String, String> slots = new LinkedHashMap<>();
        instruction.findInstrument().ifPresent(each -> slots.put("instrument", each.symbol()));
        parts(instruction, slots);
        return new NamedInstruction(intent(instruction), slots);
    }

    private static String intent(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Trade trade -> trade.side() == Side.BUY ? "buy" : "sell";
            case Instruction.Close _ -> "close";
            case Instruction.Flatten _ -> "flatten";
            case Instruction.CancelAll _ -> "cancel-all";
            case Instruction.CancelOf _ -> "cancel-instrument";
            case Instruction.CancelLast _ -> "cancel-last";
            case Instruction.CancelNumber _ -> "cancel-order";
            case Instruction.SwitchTrading trading -> word(trading.switching()) + "-trading";
            case Instruction.SwitchStrategy strategy -> word(strategy.switching()) + "-strategy";
            case Instruction.EngageKill _ -> "kill-switch";
            case Instruction.SetExit exit -> "set-" + word(exit.exit());
            case Instruction.ReduceExposure _ -> "reduce-exposure";
            case Instruction.SwitchProfile _ -> "switch-regime";
            case Instruction.Rebalance _ -> "rebalance";
            case Instruction.ShowPanel _ -> "show-panel";
            case Instruction.ShowChart _ -> "show-chart";
            case Instruction.ShowTimeframe _ -> "show-timeframe";
            case Instruction.AskPrice _ -> "price";
            case Instruction.AskForecast _ -> "forecast";
            case Instruction.AskRisk _ -> "risk";
            case Instruction.AskProfit _ -> "profit";
            case Instruction.AskPosition _ -> "position";
            case Instruction.AskBalance _ -> "balance";
            case Instruction.AskWhyTraded _ -> "why-traded";
            case Instruction.AskWhyRisk _ -> "why-risk";
            case Instruction.ExplainTrade _ -> "explain-trade";
            case Instruction.RunBacktest _ -> "backtest";
            case Instruction.WhatIf _ -> "what-if";
            case Instruction.AlertWhen _ -> "alert";
            case Instruction.Help _ -> "help";
            case Instruction.Yes _ -> "yes";
            case Instruction.No _ -> "no";
        };
    }

    private static void parts(Instruction instruction, Map<String, String> slots) {
        switch (instruction) {
            case Instruction.Trade trade -> {
                amount(trade.amount(), slots);
                pricing(trade.pricing(), slots);
            }
            case Instruction.Close close -> slots.put("share", close.share().toString());
            case Instruction.CancelNumber cancel -> slots.put("order", Long.toString(cancel.order()));
            case Instruction.SwitchStrategy strategy -> slots.put("strategy", strategy.strategy());
            case Instruction.SetExit exit -> level(exit.level(), slots);
            case Instruction.ReduceExposure reduce ->
                slots.put("share", reduce.share().toString());
            case Instruction.SwitchProfile profile -> slots.put("profile", word(profile.profile()));
            case Instruction.ShowPanel panel -> slots.put("panel", panel.panel());
            case Instruction.ShowChart chart ->
                chart.timeframe().ifPresent(each -> slots.put("timeframe", each.label()));
            case Instruction.ShowTimeframe frame ->
                slots.put("timeframe", frame.timeframe().label());
            case Instruction.AskWhyTraded why -> slots.put("side", word(why.side()));
            case Instruction.ExplainTrade explain ->
                explain.order().ifPresent(order -> slots.put("order", Long.toString(order)));
            case Instruction.RunBacktest backtest -> slots.put("strategy", backtest.strategy());
            case Instruction.WhatIf whatIf ->
                slots.put("percent", whatIf.percent().toPlainString());
            case Instruction.AlertWhen alert -> {
                slots.put("crossing", word(alert.crossing()));
                level(alert.level(), slots);
            }
            case Instruction.Flatten _,
                    Instruction.CancelAll _,
                    Instruction.CancelOf _,
                    Instruction.CancelLast _,
                    Instruction.SwitchTrading _,
                    Instruction.EngageKill _,
                    Instruction.Rebalance _,
                    Instruction.AskPrice _,
                    Instruction.AskForecast _,
                    Instruction.AskRisk _,
                    Instruction.AskProfit _,
                    Instruction.AskPosition _,
                    Instruction.AskBalance _,
                    Instruction.AskWhyRisk _,
                    Instruction.Help _,
                    Instruction.Yes _,
                    Instruction.No _ -> {}
        }
    }

    private static void amount(Amount amount, Map<String, String> slots) {
        switch (amount) {
            case Amount.Units(var quantity) -> slots.put("quantity", quantity.toString());
            case Amount.Value(BigDecimal value, String currency) -> {
                slots.put("value", value.toPlainString());
                slots.put("currency", currency);
            }
            case Amount.PartOfPosition(Share share) -> slots.put("share", share.toString());
        }
    }

    private static void pricing(Pricing pricing, Map<String, String> slots) {
        switch (pricing) {
            case Pricing.AtMarket _ -> slots.put("type", "market");
            case Pricing.AtLimit(var price) -> {
                slots.put("type", "limit");
                slots.put("price", price.toString());
            }
            case Pricing.AtStop(var price) -> {
                slots.put("type", "stop");
                slots.put("price", price.toString());
            }
        }
    }

    private static void level(Level level, Map<String, String> slots) {
        switch (level) {
            case Level.AtPrice(var price) -> slots.put("price", price.toString());
            case Level.PercentAway(BigDecimal percent) -> slots.put("percent", percent.toPlainString());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code buy instrument=BTC-USDT quantity=10 type=market}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(intent);
        slots.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
        return text.toString();
    }
}
