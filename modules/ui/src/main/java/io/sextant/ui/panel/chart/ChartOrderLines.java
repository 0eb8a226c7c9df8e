package io.sextant.ui.panel.chart;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.ui.chart.OrderLine;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** The lines of working orders, and of what brackets opened; the exits of a bracket say what they bring from its entry. */
final class ChartOrderLines {

    private static final int MONEY_DECIMALS = 2;
    private static final int MULTIPLE_DECIMALS = 2;

    private final Texts texts;

    ChartOrderLines(Texts texts) {
        this.texts = texts;
    }

    List<OrderLine> of(ChartModel model) {
        Stream<OrderLine> entries = model.instrument().stream()
                .flatMap(instrument -> model.brackets().get().stream().flatMap(bracket -> entry(bracket, instrument)));
        return Stream.concat(entries, model.orders().get().stream().flatMap(order -> line(order, model)))
                .toList();
    }

    /** Where the position of a bracket began; the market made it, so it stays where it is. */
    private Stream<OrderLine> entry(ParentOrder bracket, Instrument instrument) {
        Price average = bracket.average();
        return average == null
                ? Stream.empty()
                : Stream.of(new OrderLine(
                        "bracket " + bracket.id(),
                        average.toDouble(),
                        bracket.side(),
                        texts.get(
                                "chartpanel.bracket",
                                bracket.id(),
                                texts.word(bracket.side()),
                                texts.figures().quantity(bracket.filled()),
                                texts.figures().price(average.toDouble(), instrument)),
                        anywhere -> "",
                        false));
    }

    private Stream<OrderLine> line(Order order, ChartModel model) {
        boolean waits = order.state() == OrderState.WAITING;
        OrderType type = order.terms().type();
        Optional<Price> price = waits ? type.findTrigger() : type.findLimit();
        return price.stream()
                .map(found -> new OrderLine(
                        order.id().toString(),
                        found.toDouble(),
                        order.terms().side(),
                        label(order, waits),
                        worth(order, model),
                        type.findMovable().isPresent()));
    }

    private String label(Order order, boolean waits) {
        String what = texts.word(order.terms().side()) + " " + texts.figures().quantity(order.remaining());
        OrderLeg leg = order.terms().link().leg();
        return switch (leg) {
            case ENTRY, TARGET, STOP -> texts.get("chartpanel.leg." + leg.name(), what);
            case SINGLE, CLOSING, CHILD -> waits ? texts.get("chartpanel.stop", what) : what;
        };
    }

    private DoubleFunction<String> worth(Order order, ChartModel model) {
        Optional<Instrument> instrument = model.instrument();
        Optional<ParentOrder> bracket = bracketOf(order, model);
        return switch (order.terms().link().leg()) {
            case TARGET, STOP ->
                bracket.flatMap(parent -> instrument.map(known -> worth(order, parent, known, model)))
                        .orElse(anywhere -> "");
            case SINGLE, ENTRY, CLOSING, CHILD -> anywhere -> "";
        };
    }

    private DoubleFunction<String> worth(Order order, ParentOrder bracket, Instrument instrument, ChartModel model) {
        Price average = bracket.average();
        if (average == null) {
            return anywhere -> "";
        }
        double units = order.remaining().toDouble()
                * instrument.multiplier()
                * bracket.side().sign();
        double risk = order.terms().link().leg() == OrderLeg.TARGET ? risk(bracket, instrument, model) : 0;
        return price -> {
            double gain = (price - average.toDouble()) * units;
            String money = texts.get(
                    "chartpanel.worth",
                    texts.figures().signed(gain, MONEY_DECIMALS),
                    instrument.quote().code());
            return risk > 0
                    ? money + texts.get("chartpanel.multiple", texts.figures().number(gain / risk, MULTIPLE_DECIMALS))
                    : money;
        };
    }

    /** What the stop of a bracket loses where it stands; zero where it has none or it loses nothing. */
    private static double risk(ParentOrder bracket, Instrument instrument, ChartModel model) {
        Price average = bracket.average();
        return average == null
                ? 0
                : model.orders().get().stream()
                        .filter(order ->
                                order.terms().link().parent() == bracket.id().value()
                                        && order.terms().link().leg() == OrderLeg.STOP)
                        .flatMap(order -> order.terms().type().findTrigger().stream()
                                .map(stop -> (average.toDouble() - stop.toDouble())
                                        * bracket.side().sign()
                                        * order.remaining().toDouble()
                                        * instrument.multiplier()))
                        .filter(loss -> loss > 0)
                        .findFirst()
                        .orElse(0.0);
    }

    private static Optional<ParentOrder> bracketOf(Order order, ChartModel model) {
        return model.brackets().get().stream()
                .filter(parent -> parent.id().value() == order.terms().link().parent())
                .findFirst();
    }
}
