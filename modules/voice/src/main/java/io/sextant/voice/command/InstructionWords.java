package io.sextant.voice.command;

import io.sextant.domain.market.Side;
import io.sextant.voice.text.SpokenText;
import java.math.BigDecimal;
import java.util.List;

/** Says an instruction back in a person's language, with everything that it names. */
public final class InstructionWords {

    private final SpokenText text;

    public InstructionWords(SpokenText text) {
        this.text = text;
    }

    public String of(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Trade trade -> trade(trade);
            case Instruction.Close close ->
                text.say("do.close", share(close.share()), close.instrument().symbol());
            case Instruction.Flatten _ -> text.say("do.flatten");
            case Instruction.CancelAll _ -> text.say("do.cancel-all");
            case Instruction.CancelOf cancel ->
                text.say("do.cancel-of", cancel.instrument().symbol());
            case Instruction.CancelLast _ -> text.say("do.cancel-last");
            case Instruction.CancelNumber cancel -> text.say("do.cancel-number", cancel.order());
            case Instruction.SwitchTrading trading -> text.say("do.trading." + trading.switching());
            case Instruction.SwitchStrategy each -> text.say("do.strategy." + each.switching(), each.strategy());
            case Instruction.EngageKill _ -> text.say("do.kill");
            case Instruction.SetExit exit ->
                text.say("do.exit." + exit.exit(), exit.instrument().symbol(), text.say("do.at", level(exit.level())));
            case Instruction.ReduceExposure reduce -> text.say("do.reduce", share(reduce.share()));
            case Instruction.SwitchProfile profile -> text.say("do.profile." + profile.profile());
            case Instruction.Rebalance _ -> text.say("do.rebalance");
            case Instruction.ShowPanel _, Instruction.ShowChart _, Instruction.ShowTimeframe _ -> shown(instruction);
            case Instruction.RunBacktest run ->
                text.say("do.backtest", run.strategy())
                        + run.instrument()
                                .map(each -> " " + text.say("do.over", each.symbol()))
                                .orElse("");
            case Instruction.AlertWhen alert -> alert(alert);
            case Instruction.AskPrice _,
                    Instruction.AskForecast _,
                    Instruction.AskRisk _,
                    Instruction.AskProfit _,
                    Instruction.AskPosition _,
                    Instruction.AskBalance _,
                    Instruction.AskWhyTraded _,
                    Instruction.AskWhyRisk _,
                    Instruction.ExplainTrade _,
                    Instruction.WhatIf _ -> asked(instruction);
            case Instruction.Help _ -> text.say("do.help");
            case Instruction.Yes _ -> text.say("do.yes");
            case Instruction.No _ -> text.say("do.no");
        };
    }

    private String asked(Instruction instruction) {
        String of = instruction
                .findInstrument()
                .map(each -> " " + text.say("do.on", each.symbol()))
                .orElse("");
        return switch (instruction) {
            case Instruction.AskWhyTraded why ->
                text.say("do.why." + why.side(), why.instrument().symbol());
            case Instruction.WhatIf what ->
                text.say(
                        what.percent().signum() < 0 ? "do.what-if.down" : "do.what-if.up",
                        what.instrument().map(each -> each.symbol()).orElse(text.say("do.everything")),
                        percent(what.percent().abs()));
            case Instruction.AskPrice _ -> text.say("do.price") + of;
            case Instruction.AskForecast _ -> text.say("do.forecast") + of;
            case Instruction.AskProfit _ -> text.say("do.profit") + of;
            case Instruction.AskPosition _ -> text.say("do.position") + of;
            case Instruction.AskRisk _ -> text.say("do.risk");
            case Instruction.AskBalance _ -> text.say("do.balance");
            case Instruction.AskWhyRisk _ -> text.say("do.why-risk");
            case Instruction.ExplainTrade explain ->
                explain.order()
                        .map(order -> text.say("do.explain-order", order))
                        .orElseGet(() -> text.say("do.explain") + of);
            default -> throw new IllegalArgumentException(instruction + " asks for nothing");
        };
    }

    private String shown(Instruction instruction) {
        return switch (instruction) {
            case Instruction.ShowPanel panel -> text.say("do.panel", SpokenPanels.name(text.language(), panel.panel()));
            case Instruction.ShowChart chart ->
                text.say("do.chart", chart.instrument().symbol())
                        + chart.timeframe()
                                .map(each -> " " + text.say("do.bars", each.label()))
                                .orElse("");
            case Instruction.ShowTimeframe frame ->
                text.say("do.timeframe", frame.timeframe().label());
            default -> throw new IllegalArgumentException(instruction + " shows nothing");
        };
    }

    private String trade(Instruction.Trade trade) {
        String side = trade.side() == Side.BUY ? "do.buy" : "do.sell";
        String symbol = trade.instrument().symbol();
        String what = switch (trade.amount()) {
            case Amount.Units(var quantity) -> text.say(side + ".units", text.number(quantity.toString()), symbol);
            case Amount.Value(BigDecimal value, String currency) ->
                text.say(side + ".value", text.number(value.toPlainString()) + " " + money(currency), symbol);
            case Amount.PartOfPosition(Share share) -> text.say(side + ".part", share(share), symbol);
        };
        String how = switch (trade.pricing()) {
            case Pricing.AtMarket _ -> text.say("do.market");
            case Pricing.AtLimit(var price) -> text.say("do.limit", text.number(price.toString()));
            case Pricing.AtStop(var price) -> text.say("do.stop", text.number(price.toString()));
        };
        return what + " " + how;
    }

    private String money(String said) {
        return said.equals("DOLLAR") ? text.say("do.dollars") : said;
    }

    private String alert(Instruction.AlertWhen alert) {
        return text.say("do.alert." + alert.crossing(), alert.instrument().symbol(), level(alert.level()));
    }

    private String level(Level level) {
        return switch (level) {
            case Level.AtPrice(var price) -> text.number(price.toString());
            case Level.PercentAway(BigDecimal percent) -> percent(percent);
        };
    }

    private String share(Share share) {
        String plain = share.toString();
        return plain.endsWith("%") ? percent(new BigDecimal(plain.substring(0, plain.length() - 1))) : plain;
    }

    private String percent(BigDecimal percent) {
        return text.say("do.percent", text.number(percent.toPlainString()));
    }

    /** Each of these, with what stands between two meanings of one sentence. */
    public String all(List<Instruction> meanings) {
        return String.join("; ", meanings.stream().map(this::of).toList());
    }
}
