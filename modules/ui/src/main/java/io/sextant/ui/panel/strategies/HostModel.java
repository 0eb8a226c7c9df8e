package io.sextant.ui.panel.strategies;

import io.sextant.domain.backtest.BacktestSetup.Costs;
import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is to be agreed with a strategy, as it was typed so far. */
final class HostModel {

    static final List<Timeframe> TIMEFRAMES =
            List.of(Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.M30, Timeframe.H1, Timeframe.H4, Timeframe.D1);
    /** In any currency of the ledger so much is still exact. */
    static final double MOST_MONEY = 1e8;

    final ObservableList<StrategyCard> cards = FXCollections.observableArrayList();
    final ObjectProperty<Optional<StrategyCard>> card = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Map<String, Double>> values = new SimpleObjectProperty<>(Map.of());
    final ObjectProperty<Set<InstrumentId>> instruments = new SimpleObjectProperty<>(Set.of());
    final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.M5);
    final StringProperty name = new SimpleStringProperty("");
    final DoubleProperty capital = new SimpleDoubleProperty(10_000);
    /** More than the capital, so that a strategy that earned can still turn its whole position. */
    final DoubleProperty largestOrder = new SimpleDoubleProperty(11_000);

    final DoubleProperty largestDayLoss = new SimpleDoubleProperty(500);
    final DoubleProperty ordersAMinute = new SimpleDoubleProperty(20);
    final DoubleProperty exposurePercent = new SimpleDoubleProperty(100);
    final DoubleProperty commissionBps = new SimpleDoubleProperty(10);
    final DoubleProperty spreadBps = new SimpleDoubleProperty(2);
    final DoubleProperty slippageBps = new SimpleDoubleProperty(1);

    private final InstrumentCatalog catalog;

    HostModel(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    List<InstrumentId> choices() {
        return catalog.all().stream()
                .filter(one -> one.tradable() && !(one instanceof Option))
                .map(Instrument::id)
                .toList();
    }

    boolean tradesOne() {
        return card.get().filter(one -> one.mostInstruments() == 1).isPresent();
    }

    /** Whether so many instruments are chosen as the strategy trades. */
    boolean hasItsInstruments() {
        int count = instruments.get().size();
        return card.get()
                .filter(one -> count >= one.fewestInstruments()
                        && count <= Math.min(one.mostInstruments(), HostingTerms.INSTRUMENTS_MAX))
                .isPresent();
    }

    boolean hasName() {
        return HostingTerms.isName(name.get().strip());
    }

    boolean isComplete() {
        return hasItsInstruments() && hasName();
    }

    /** Of what is chosen; what is quoted in several the core refuses. */
    Optional<Currency> currency() {
        return choices().stream()
                .filter(instruments.get()::contains)
                .findFirst()
                .map(id -> catalog.getInstrument(id).quote());
    }

    /** Only where {@link #isComplete} says so. */
    HostingTerms terms() {
        StrategyCard kind = card.get().orElseThrow();
        Map<String, Double> given = new LinkedHashMap<>();
        for (StrategyCard.Setting setting : kind.settings()) {
            given.put(setting.name(), values.get().getOrDefault(setting.name(), setting.usual()));
        }
        Currency currency = currency().orElseThrow();
        return new HostingTerms(
                name.get().strip(),
                kind.name(),
                given,
                choices().stream().filter(instruments.get()::contains).toList(),
                timeframe.get(),
                money(capital, currency),
                new HostingLimits(
                        money(largestOrder, currency),
                        money(largestDayLoss, currency),
                        (int) Math.round(ordersAMinute.get()),
                        (int) Math.round(exposurePercent.get())),
                new Costs(commissionBps.get(), spreadBps.get(), slippageBps.get()));
    }

    /** Takes over what is agreed already, to change a little of it. */
    void setUpAs(HostingTerms terms) {
        card.set(cards.stream().filter(one -> one.name().equals(terms.kind())).findFirst());
        values.set(terms.values());
        instruments.set(Set.copyOf(terms.instruments()));
        timeframe.set(terms.timeframe());
        name.set(terms.name());
        capital.set(terms.capital().toDouble());
        largestOrder.set(terms.limits().largestOrder().toDouble());
        largestDayLoss.set(terms.limits().largestDayLoss().toDouble());
        ordersAMinute.set(terms.limits().ordersAMinute());
        exposurePercent.set(terms.limits().exposurePercent());
        commissionBps.set(terms.costs().commissionBps());
        spreadBps.set(terms.costs().spreadBps());
        slippageBps.set(terms.costs().slippageBps());
    }

    /** The kind and the first number that is free. */
    void proposeName(Set<String> taken) {
        card.get().ifPresent(kind -> {
            // Somebody's own rules are called by their file.
            String plain = kind.name().replaceFirst("\\.ya?ml$", "");
            int number = 1;
            while (taken.contains(plain + "-" + number)) {
                number++;
            }
            String proposed = plain + "-" + number;
            name.set(HostingTerms.isName(proposed) ? proposed : "");
        });
    }

    /** All that decides whether it is complete. */
    List<Observable> all() {
        return List.of(card, instruments, name, cards);
    }

    private static Money money(DoubleProperty amount, Currency currency) {
        return Money.of(
                BigDecimal.valueOf(amount.get())
                        .setScale(currency.scale(), RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact(),
                currency);
    }
}
