package io.sextant.voice.assistant;

import io.sextant.domain.chronicle.Chapter;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.passport.RegimeThen;
import io.sextant.domain.passport.SizeThen;
import io.sextant.domain.request.Query;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why an order was sent and what it was held against, by what was written down then, and what it cost in the end. */
final class PassportAnswers {

    private static final int HASH_SHOWN = 8;

    private final Asking engine;
    private final MarketAnswers market;

    PassportAnswers(Asking engine, MarketAnswers market) {
        this.engine = engine;
        this.market = market;
    }

    void tell(OrderId number, Speaking speaking) {
        engine.ask(new Query.Chronicle(number))
                .ifPresentOrElse(chronicle -> tell(chronicle, speaking), () -> speaking.say("traded.never"));
    }

    private void tell(OrderChronicle chronicle, Speaking speaking) {
        Order order = chronicle.order();
        Telling of = new Telling(
                "order:" + order.id(), order, market.scale(order.terms().instrument()), speaking);
        TradeAnswers.traded(order, speaking);
        chronicle.passport().ifPresentOrElse(passport -> of.then(passport), () -> speaking.say("passport.none"));
        of.real(chronicle);
    }

    /** One order, told into one answer. */
    private record Telling(String source, Order order, int scale, Speaking speaking) {

        void then(OrderPassport passport) {
            if (passport.forecasts().isEmpty()) {
                speaking.say("passport.forecast.none");
            }
            passport.forecasts().forEach(this::forecast);
            if (passport.regimes().isEmpty()) {
                speaking.say("passport.regime.none");
            }
            passport.regimes().forEach(this::regime);
            if (!passport.controls().isEmpty()) {
                speaking.say(
                        "passport.controls",
                        "count",
                        speaking.count("gate.checks", passport.controls().size(), source));
            }
            passport.controls().forEach(this::control);
            passport.sizes().forEach(this::size);
            expected(passport.cost());
        }

        private void forecast(ForecastThen forecast) {
            speaking.say(
                    "passport.forecast",
                    "timeframe",
                    forecast.timeframe().label(),
                    "model",
                    speaking.text("forecast.model", forecast.model(), source),
                    "middle",
                    speaking.figure("forecast.middle", forecast.middle(), scale, source),
                    "low",
                    speaking.figure("forecast.low80", forecast.lower(), scale, source),
                    "high",
                    speaking.figure("forecast.high80", forecast.upper(), scale, source),
                    "origin",
                    speaking.figure("forecast.origin", forecast.origin(), scale, source),
                    "time",
                    speaking.time("forecast.time", forecast.originNanos(), source));
            speaking.say(
                    "passport.skill",
                    "word",
                    speaking.words("word." + forecast.verdict().word()),
                    "ratio",
                    speaking.figure("skill.rmseOverNaive", forecast.rmseOverNaive(), 3, source),
                    "forecasts",
                    speaking.count("skill.forecasts", forecast.forecasts(), source),
                    "p",
                    speaking.figure("skill.pValue", forecast.pValue(), 3, source),
                    "held",
                    speaking.percent("skill.coverage80", forecast.coverage(), 1, source));
            for (Attribution part : forecast.why()) {
                speaking.say(
                        "passport.why",
                        "what",
                        speaking.text("forecast.why.what", part.what(), source),
                        "effect",
                        speaking.figure("forecast.why.effectBps", part.effectBps(), 2, source));
            }
            model(forecast);
        }

        private void model(ForecastThen forecast) {
            String hash = forecast.dataHash();
            speaking.say(
                    "passport.model",
                    "id",
                    speaking.text("model.id", forecast.modelId(), source),
                    "hash",
                    speaking.text(
                            "model.dataHash",
                            hash.length() <= HASH_SHOWN ? hash : hash.substring(0, HASH_SHOWN),
                            source));
            if (forecast.drift().isEmpty() && !Double.isFinite(forecast.driftLevel())) {
                speaking.say("passport.drift.unknown");
                return;
            }
            speaking.say(
                    forecast.drift()
                            .map(alarm -> "passport.drift." + alarm.name())
                            .orElse("passport.drift"),
                    "level",
                    speaking.figure("model.drift", forecast.driftLevel(), 2, source));
        }

        private void regime(RegimeThen regime) {
            speaking.say(
                    "passport.regime",
                    "timeframe",
                    regime.timeframe().label(),
                    "regime",
                    speaking.words("regime." + regime.name().name()),
                    "chance",
                    speaking.percent("regime.chance", regime.chance(), 0, source),
                    "since",
                    speaking.time("regime.since", regime.sinceNanos(), source));
        }

        private void control(ControlReading control) {
            String code = control.code().name();
            speaking.say(
                    "passport.control",
                    "control",
                    speaking.findWords("passport.control." + code).orElse(code),
                    "value",
                    speaking.localised("gate." + code, control.value(), source),
                    "limit",
                    speaking.localised("gate." + code + ".limit", control.limit(), source));
        }

        private void size(SizeThen size) {
            speaking.say(
                    size.capped() ? "passport.size.capped" : "passport.size",
                    "ordered",
                    speaking.exact("order.quantity", order.terms().quantity().toString(), source),
                    "usual",
                    speaking.exact("size.usual", size.quantity().toString(), source),
                    "risk",
                    speaking.percent("size.risk", size.riskPercent() / 100, 1, source),
                    "ranges",
                    speaking.figure("size.ranges", size.atrMultiple(), 1, source));
        }

        private void expected(CostThen cost) {
            cost.expected().ifPresent(price -> {
                BigDecimal exact = BigDecimal.valueOf(price.units(), price.scale());
                speaking.say(
                        "passport.expected",
                        "price",
                        speaking.figure("cost.expectedPrice", exact.doubleValue(), scale, source));
                slippage(cost, exact, "cost.expectedSlippageBps");
            });
            cost.fee().ifPresent(fee -> fees(List.of(fee), "passport.expected.fee", "cost.expectedFee"));
        }

        /** By its fills; nothing was paid while it has none. */
        private void real(OrderChronicle chronicle) {
            List<Chapter.Filled> fills = chronicle.fills();
            if (fills.isEmpty()) {
                speaking.say("passport.unfilled");
                return;
            }
            BigDecimal value = BigDecimal.ZERO;
            BigDecimal quantity = BigDecimal.ZERO;
            Map<String, Money> fees = new LinkedHashMap<>();
            for (Chapter.Filled filled : fills) {
                BigDecimal one = new BigDecimal(filled.fill().quantity().toString());
                quantity = quantity.add(one);
                value = value.add(
                        one.multiply(new BigDecimal(filled.fill().price().toString())));
                fees.merge(filled.fill().fee().currency().code(), filled.fill().fee(), Money::plus);
            }
            BigDecimal average = value.divide(quantity, MathContext.DECIMAL64);
            speaking.say(
                    "passport.real", "price", speaking.figure("cost.realPrice", average.doubleValue(), scale, source));
            slippage(
                    chronicle.passport().map(OrderPassport::cost).orElse(CostThen.UNKNOWN),
                    average,
                    "cost.realSlippageBps");
            fees(List.copyOf(fees.values()), "passport.real.fee", "cost.realFee");
        }

        private void slippage(CostThen cost, BigDecimal price, String name) {
            Optional<BigDecimal> bps = cost.slippageBps(order.terms().side(), price);
            bps.ifPresentOrElse(
                    worse -> speaking.say(
                            "passport.slippage", "bps", speaking.figure(name, worse.doubleValue(), 2, source)),
                    () -> speaking.say("passport.slippage.unknown"));
        }

        private void fees(List<Money> fees, String key, String name) {
            fees.forEach(fee -> speaking.say(key, "fee", speaking.money(name, fee, source)));
        }
    }
}
