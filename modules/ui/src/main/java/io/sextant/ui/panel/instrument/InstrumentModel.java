package io.sextant.ui.panel.instrument;

import io.sextant.analytics.fundamental.CompanyAccounts;
import io.sextant.analytics.fundamental.CompanyRatio;
import io.sextant.analytics.fundamental.DiscountedCashFlow;
import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyRecord;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.request.WatchlistState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The linked instrument, what was known of all companies, the newest prices, and the assumptions of the cash flow. */
final class InstrumentModel {

    /** What is known of companies. */
    enum Stage {
        LOADING,
        LOADED,
        FAILED
    }

    /** One ratio of the company beside the middle of its sector. */
    record RatioLine(CompanyRatio ratio, double own, double median, int companies) {}

    private final ObjectProperty<Optional<Instrument>> instrument = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.LOADING);
    private final ObjectProperty<String> problem = new SimpleObjectProperty<>("");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Map<String, CompanyAccounts> companies = new TreeMap<>();
    private final Map<String, Double> prices = new HashMap<>();
    private long newestKnownNanos;

    /** Assumptions in per cent and years. */
    final DoubleProperty growth = new SimpleDoubleProperty(5);

    final DoubleProperty years = new SimpleDoubleProperty(10);
    final DoubleProperty lasting = new SimpleDoubleProperty(2);
    final DoubleProperty discount = new SimpleDoubleProperty(9);

    ObjectProperty<Optional<Instrument>> instrument() {
        return instrument;
    }

    ObjectProperty<Stage> stage() {
        return stage;
    }

    /** Why the newest reading failed; what was known before is still there. */
    ObjectProperty<String> problem() {
        return problem;
    }

    /** Grows with every change of what is known or of the instrument's price. */
    ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    void know(List<CompanyRecord> records) {
        companies.clear();
        for (CompanyRecord record : records) {
            companies.put(record.symbol(), new CompanyAccounts(record.facts()));
        }
        newestKnownNanos =
                company()
                        .flatMap(own -> records.stream()
                                .filter(record -> record.symbol().equals(symbol()))
                                .findFirst())
                        .stream()
                        .flatMap(record -> record.facts().stream())
                        .mapToLong(CompanyFact::knownNanos)
                        .max()
                        .orElse(0);
        stage.set(Stage.LOADED);
        problem.set("");
        changed();
    }

    /** A tick moves figures only where the price of a company of interest changed. */
    void update(WatchlistState state) {
        boolean moved = false;
        for (WatchlistState.Row row : state.rows()) {
            String symbol = row.instrument().symbol();
            Optional<Double> last = row.last().map(Price::toDouble);
            if (companies.containsKey(symbol)
                    && last.isPresent()
                    && !last.get().equals(prices.put(symbol, last.get()))) {
                moved = true;
            }
        }
        if (moved) {
            changed();
        }
    }

    void show(Optional<Instrument> chosen) {
        instrument.set(chosen);
        changed();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    private String symbol() {
        return instrument.get().map(one -> one.id().symbol()).orElse("");
    }

    Optional<CompanyAccounts> company() {
        return Optional.ofNullable(companies.get(symbol()));
    }

    long newestKnownNanos() {
        return newestKnownNanos;
    }

    /** NaN where there is none yet. */
    double price() {
        return price(symbol());
    }

    private double price(String symbol) {
        return prices.getOrDefault(symbol, Double.NaN);
    }

    /** The middle is of the other companies of the sector. */
    List<RatioLine> ratios() {
        Optional<CompanyAccounts> own = company();
        if (own.isEmpty()) {
            return List.of();
        }
        Map<String, CompanyAccounts> peers = new TreeMap<>(companies);
        peers.remove(symbol());
        peers.values()
                .removeIf(peer -> own.get().sector().isEmpty()
                        || !peer.sector().equals(own.get().sector()));
        return Arrays.stream(CompanyRatio.values())
                .map(ratio -> {
                    List<Double> others = peers.entrySet().stream()
                            .map(peer -> ratio.of(peer.getValue(), price(peer.getKey())))
                            .filter(value -> !Double.isNaN(value))
                            .toList();
                    return new RatioLine(
                            ratio, ratio.of(own.get(), price()), CompanyRatio.median(others), others.size());
                })
                .toList();
    }

    /** Empty where a part is not known, or the assumptions make no sum. */
    Optional<DiscountedCashFlow> cashFlow() {
        return company().flatMap(own -> {
            double flow = own.freeCashFlow();
            double debt = own.netDebt();
            double shares = own.newest(CompanyFigure.SHARES);
            boolean known = Double.isFinite(flow + debt) && shares > 0;
            return known && discount.get() > lasting.get()
                    ? Optional.of(new DiscountedCashFlow(
                            flow,
                            growth.get() / 100,
                            (int) Math.round(years.get()),
                            lasting.get() / 100,
                            discount.get() / 100,
                            debt,
                            shares))
                    : Optional.empty();
        });
    }
}
