package io.sextant.ui.life;

import io.sextant.domain.chronicle.Chapter;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Order;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.passport.RegimeThen;
import io.sextant.domain.passport.SizeThen;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.OrderReasons;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says why an order was sent, by what was written down then, and what it cost in the end. The window and the command line say it with the same
 * words.
 */
public final class PassportWords {

    private static final double SMALL_P = 0.001;
    private static final int HASH_SHOWN = 8;

    private final InstrumentCatalog catalog;
    private final Texts texts;
    private final OrderReasons reasons;

    /** What is told under one heading. */
    public record Entry(Topic topic, String sentence) {}

    /** What it is about. */
    public enum Topic {
        SIGNAL,
        FORECAST,
        REGIME,
        CONTROL,
        SIZE,
        COST
    }

    public PassportWords(InstrumentCatalog catalog, Texts texts) {
        this.catalog = catalog;
        this.texts = texts;
        reasons = new OrderReasons(texts);
    }

    public String heading(Topic topic) {
        return texts.get("life.passport.topic." + topic.name());
    }

    /** All that is known, by topic. Without a passport that is the order's own reason and what it really cost. */
    public List<Entry> say(OrderChronicle chronicle) {
        List<Entry> said = new ArrayList<>();
        Order order = chronicle.order();
        String reason = chronicle.chapters().stream()
                .filter(Chapter.Asked.class::isInstance)
                .map(asked -> ((Chapter.Asked) asked).draft().reason())
                .findFirst()
                .orElse("");
        said.add(new Entry(
                Topic.SIGNAL,
                reason.isEmpty()
                        ? texts.get(
                                "life.passport.no-reason",
                                texts.word(order.terms().origin()))
                        : texts.get(
                                "life.passport.reason", texts.word(order.terms().origin()), reasons.say(reason))));
        chronicle
                .passport()
                .ifPresentOrElse(
                        passport -> sayThen(passport, chronicle, said),
                        () -> said.add(new Entry(Topic.CONTROL, texts.get("life.passport.none"))));
        sayReal(chronicle, said);
        return said;
    }

    private void sayThen(OrderPassport passport, OrderChronicle chronicle, List<Entry> said) {
        Order order = chronicle.order();
        if (passport.forecasts().isEmpty()) {
            said.add(new Entry(Topic.FORECAST, texts.get("life.passport.forecast.none")));
        }
        for (ForecastThen forecast : passport.forecasts()) {
            sayForecast(forecast, order, said);
        }
        if (passport.regimes().isEmpty()) {
            said.add(new Entry(Topic.REGIME, texts.get("life.passport.regime.none")));
        }
        for (RegimeThen regime : passport.regimes()) {
            said.add(new Entry(
                    Topic.REGIME,
                    texts.get(
                            "life.passport.regime",
                            timeframe(regime.timeframe()),
                            texts.get("journal.regime." + regime.name().name()),
                            texts.figures().percent(100 * regime.chance(), 0),
                            texts.figures().dateMinute(regime.sinceNanos()))));
        }
        for (ControlReading control : passport.controls()) {
            said.add(new Entry(
                    Topic.CONTROL,
                    texts.get(
                            "life.passport.control",
                            texts.get("life.passport.control." + control.code().name()),
                            texts.localised(control.value()),
                            texts.localised(control.limit()))));
        }
        for (SizeThen size : passport.sizes()) {
            said.add(new Entry(
                    Topic.SIZE,
                    texts.get(
                            size.capped() ? "life.passport.size.capped" : "life.passport.size",
                            texts.figures().quantity(order.terms().quantity()),
                            texts.figures().quantity(size.quantity()),
                            texts.figures().percent(size.riskPercent(), 1),
                            texts.figures().number(size.atrMultiple(), 1))));
        }
        sayExpected(passport.cost(), order, said);
    }

    private void sayForecast(ForecastThen forecast, Order order, List<Entry> said) {
        said.add(new Entry(
                Topic.FORECAST,
                texts.get(
                        "life.passport.forecast",
                        timeframe(forecast.timeframe()),
                        forecast.model(),
                        price(forecast.middle(), order),
                        price(forecast.lower(), order),
                        price(forecast.upper(), order),
                        price(forecast.origin(), order),
                        texts.figures().dateMinute(forecast.originNanos()))));
        said.add(new Entry(
                Topic.FORECAST,
                texts.get(
                        "life.passport.skill",
                        texts.get("forecasts.verdict." + forecast.verdict().name()),
                        texts.figures().number(forecast.rmseOverNaive(), 3),
                        texts.figures().count(forecast.forecasts()),
                        probability(forecast.pValue()),
                        texts.figures().percent(100 * forecast.coverage(), 1))));
        if (!forecast.why().isEmpty()) {
            said.add(new Entry(
                    Topic.FORECAST,
                    texts.get(
                            "life.passport.why",
                            forecast.why().stream().map(this::part).collect(Collectors.joining(", ")))));
        }
        String model =
                texts.get("life.passport.model", forecast.modelId(), brief(forecast.dataHash()), drift(forecast));
        said.add(new Entry(Topic.FORECAST, model));
    }

    private String part(Attribution part) {
        return part.what() + " " + texts.get("forecasts.bps", texts.figures().signed(part.effectBps(), 2));
    }

    private String drift(ForecastThen forecast) {
        if (forecast.drift().isPresent()) {
            return texts.get(
                    "life.passport.drift." + forecast.drift().get().name(),
                    texts.figures().number(forecast.driftLevel(), 2));
        }
        return Double.isFinite(forecast.driftLevel())
                ? texts.get("life.passport.drift", texts.figures().number(forecast.driftLevel(), 2))
                : texts.get("life.passport.drift.unknown");
    }

    private void sayExpected(CostThen cost, Order order, List<Entry> said) {
        cost.expected()
                .ifPresent(expected -> said.add(new Entry(
                        Topic.COST,
                        texts.get(
                                "life.passport.expected",
                                exactPrice(BigDecimal.valueOf(expected.units(), expected.scale()), order),
                                slippage(cost, order, BigDecimal.valueOf(expected.units(), expected.scale())),
                                cost.fee()
                                        .map(texts.figures()::money)
                                        .orElse(texts.get("life.passport.fee.unknown"))))));
    }

    /** What it came to by its fills; nothing while it has none. */
    private void sayReal(OrderChronicle chronicle, List<Entry> said) {
        List<Chapter.Filled> fills = chronicle.fills();
        if (fills.isEmpty()) {
            said.add(new Entry(Topic.COST, texts.get("life.passport.unfilled")));
            return;
        }
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal quantity = BigDecimal.ZERO;
        Map<String, Money> fees = new LinkedHashMap<>();
        for (Chapter.Filled filled : fills) {
            BigDecimal one = BigDecimal.valueOf(
                    filled.fill().quantity().units(), filled.fill().quantity().scale());
            quantity = quantity.add(one);
            value = value.add(one.multiply(BigDecimal.valueOf(
                    filled.fill().price().units(), filled.fill().price().scale())));
            fees.merge(filled.fill().fee().currency().code(), filled.fill().fee(), Money::plus);
        }
        BigDecimal average = value.divide(quantity, MathContext.DECIMAL64);
        Order order = chronicle.order();
        CostThen cost = chronicle.passport().map(OrderPassport::cost).orElse(CostThen.UNKNOWN);
        said.add(new Entry(
                Topic.COST,
                texts.get(
                        "life.passport.real",
                        exactPrice(average, order),
                        slippage(cost, order, average),
                        fees.values().stream().map(texts.figures()::money).collect(Collectors.joining(" + ")))));
    }

    private String slippage(CostThen cost, Order order, BigDecimal price) {
        return cost.slippageBps(order.terms().side(), price)
                .map(bps -> texts.get("life.passport.slippage", texts.figures().signed(bps.doubleValue(), 2)))
                .orElse(texts.get("life.passport.slippage.unknown"));
    }

    private String timeframe(Timeframe timeframe) {
        return texts.get("chartpanel.timeframe." + timeframe.name());
    }

    private String price(double value, Order order) {
        return exactPrice(BigDecimal.valueOf(value), order);
    }

    private String exactPrice(BigDecimal value, Order order) {
        Optional<Instrument> instrument = Optional.of(order.terms().instrument())
                .filter(catalog::contains)
                .map(id -> catalog.get(catalog.indexOf(id)));
        return instrument
                .map(one -> texts.figures().price(value.doubleValue(), one))
                .orElseGet(() -> texts.figures().number(value, Math.clamp(value.scale(), 0, 8)));
    }

    private String probability(double p) {
        if (!Double.isFinite(p)) {
            return texts.get("forecasts.p.unknown");
        }
        return p < SMALL_P
                ? texts.get("forecasts.p.below", texts.figures().number(SMALL_P, 3))
                : texts.get("forecasts.p", texts.figures().number(p, p < 0.1 ? 3 : 2));
    }

    private static String brief(String hash) {
        return hash.length() <= HASH_SHOWN ? hash : hash.substring(0, HASH_SHOWN);
    }
}
