package io.sextant.voice.conversation;

import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.voice.draft.Draft;
import io.sextant.voice.draft.OrderEffect;
import io.sextant.voice.draft.Proposal;
import io.sextant.voice.text.SpokenText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Says what would be sent, read from the commands themselves and not from what was heard. */
final class ReadBack {

    private final SpokenText text;
    private final Function<Refusal, String> refusals;

    ReadBack(SpokenText text, Function<Refusal, String> refusals) {
        this.text = text;
        this.refusals = refusals;
    }

    String of(Proposal proposal) {
        List<String> sentences = new ArrayList<>();
        proposal.commands().forEach(command -> sentences.add(sentence(command)));
        sentences.addAll(effects(proposal));
        sentences.add(text.say("draft.confirm", Draft.LIFE_NANOS / 1_000_000_000L));
        return String.join(" ", sentences);
    }

    /** What it costs and does to the risk, before and after. */
    List<String> effects(Proposal proposal) {
        List<String> sentences = new ArrayList<>();
        if (proposal.effects().isEmpty()) {
            sentences.add(text.say("effect.none"));
        }
        boolean several = proposal.effects().size() > 1;
        proposal.effects().forEach(effect -> effect(effect, several, sentences));
        proposal.risk().ifPresent(risk -> sentences.add(risk(risk)));
        return sentences;
    }

    /** What would be sent, and why the gate would not let it pass. */
    String refused(Proposal proposal) {
        List<String> sentences = new ArrayList<>();
        proposal.commands().forEach(command -> sentences.add(sentence(command)));
        proposal.effects()
                .forEach(effect -> effect.preview()
                        .refusal()
                        .ifPresent(refusal -> sentences.add(text.say("effect.refused", why(refusal)))));
        return String.join(" ", sentences);
    }

    String why(Refusal refusal) {
        return refusals.apply(refusal);
    }

    /** Of the commands that drafts are made of; another is a bug. */
    String sentence(Command command) {
        return switch (command) {
            case PlaceOrder(OrderDraft order) -> order(order);
            case PlaceBracket(BracketTerms terms) -> bracket(terms);
            case FlattenPositions(CancelScope scope) -> scoped("flatten", scope);
            case CancelAllOrders(CancelScope scope) -> scoped("cancel", scope);
            case CancelOrder cancel -> text.say("cancel.order", cancel.order().value());
            case ChangeGateState change -> text.say("gate." + change.state());
            case SteerStrategy steer -> text.say("strategy." + steer.how(), steer.strategy());
            case EngageKillSwitch _ -> text.say("kill");
            case ChangeSetting setting ->
                AlertPlan.findIn(Map.entry(setting.key(), setting.value()))
                        .map(plan -> alert(plan.condition()))
                        .orElseGet(() -> text.say("profile." + setting.value().split(" ")[0]));
            default -> throw new IllegalArgumentException("no draft is made of " + command);
        };
    }

    private String alert(AlertCondition condition) {
        return switch (condition) {
            case AlertCondition.PriceAt(var instrument, var test) ->
                text.say("alert." + test.direction(), instrument.symbol(), number(test.level()));
            case AlertCondition.MoveBy(var instrument, double percent, double from) ->
                text.say("alert.EITHER", instrument.symbol(), number(percent), number(from));
            default -> throw new IllegalArgumentException("no draft is made of " + condition);
        };
    }

    private String number(double value) {
        return text.number(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    private String scoped(String what, CancelScope scope) {
        return switch (scope) {
            case CancelScope.Everything _ -> text.say(what + ".all");
            case CancelScope.OneInstrument(var instrument) -> text.say(what + ".one", instrument.symbol());
        };
    }

    private String order(OrderDraft order) {
        String side = order.side() == Side.BUY ? "buy" : "sell";
        String quantity = text.number(order.quantity().toString());
        String symbol = order.instrument().symbol();
        String sentence = switch (order.type()) {
            case OrderType.Market _ -> text.say(side + ".market", quantity, symbol);
            case OrderType.Limit(var price) ->
                text.say(side + ".limit", quantity, symbol, text.number(price.toString()));
            case OrderType.Stop(var trigger) ->
                text.say(side + ".stop", quantity, symbol, text.number(trigger.toString()));
            case OrderType.StopLimit _, OrderType.TrailingStop _ ->
                throw new IllegalArgumentException("no draft is made of " + order.type());
        };
        return order.handling().reduceOnly() ? sentence + " " + text.say("order.reduces") : sentence;
    }

    private String bracket(BracketTerms terms) {
        String quantity = text.number(terms.quantity().toString());
        String symbol = terms.instrument().symbol();
        var target = terms.exits().target();
        if (target != null) {
            return text.say("exit.target", text.number(target.toString()), quantity, symbol);
        }
        if (terms.exits().stop() instanceof ExitStop.Fixed(var trigger)) {
            return text.say("exit.stop", text.number(trigger.toString()), quantity, symbol);
        }
        throw new IllegalArgumentException("no draft is made of " + terms.exits());
    }

    private void effect(OrderEffect effect, boolean several, List<String> sentences) {
        if (several) {
            sentences.add(text.say("effect.of", effect.order().instrument().symbol()));
        }
        OrderPreview preview = effect.preview();
        if (preview.notional().isPresent() && preview.expectedPrice().isPresent()) {
            sentences.add(text.say(
                    "effect.cost",
                    money(preview.notional().get()),
                    text.number(preview.expectedPrice().get().toString())));
        }
        preview.fee().ifPresent(fee -> sentences.add(text.say("effect.fee", money(fee))));
        sentences.add(text.say(
                "effect.position", text.number(preview.positionBefore()), text.number(preview.positionAfter())));
    }

    private String risk(OrderRisk risk) {
        return switch (risk) {
            case OrderRisk.Measured measured ->
                text.say(
                        "effect.risk",
                        amount(measured.before().expectedShortfall()),
                        amount(measured.after().expectedShortfall()),
                        measured.currency().code(),
                        text.number(BigDecimal.valueOf(measured.confidence())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()));
            case OrderRisk.TooLittleHistory _, OrderRisk.NoPrice _ -> text.say("effect.no-risk");
        };
    }

    /** A measure that is no amount of anything: to the nearest unit. */
    private String amount(double measure) {
        return text.number(
                BigDecimal.valueOf(measure).setScale(0, RoundingMode.HALF_UP).toPlainString());
    }

    /** All digits that are there, and at least the cents. */
    private String money(Money money) {
        BigDecimal value = BigDecimal.valueOf(money.units(), money.currency().scale());
        BigDecimal plain = value.stripTrailingZeros();
        BigDecimal shown = plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain;
        return text.number(shown.toPlainString()) + " " + money.currency().code();
    }
}
