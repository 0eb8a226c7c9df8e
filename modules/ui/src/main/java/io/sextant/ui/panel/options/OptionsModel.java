package io.sextant.ui.panel.options;

import io.sextant.analytics.options.OptionPosition;
import io.sextant.analytics.options.PositionGreeks;
import io.sextant.analytics.options.VolatilitySurface;
import io.sextant.domain.dataset.ChainSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the panel knows: the sheet that was read, what was reckoned of it, and the reader's choices. */
final class OptionsModel {

    /** What is to be seen. */
    enum Stage {
        /** No file was opened yet. */
        EMPTY,
        LOADING,
        SHOWN,
        /** The file tells no price of the underlying; the reader is asked for it. */
        SPOT_WANTED,
        /** Nothing can be shown. */
        FAILED
    }

    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.EMPTY);
    private final ObjectProperty<String> file = new SimpleObjectProperty<>("");
    private final ObjectProperty<String> problem = new SimpleObjectProperty<>("");
    private final ObjectProperty<ChainTerms> terms = new SimpleObjectProperty<>(ChainTerms.USUAL);
    private final ObjectProperty<Optional<ChainSheet>> sheet = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ChainReckoning>> reckoning = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<LocalDate>> expiry = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<HeldContract>> held = new SimpleObjectProperty<>(List.of());

    /** The what-if: per cent of the spot, points of volatility, days that pass. */
    final DoubleProperty spotShift = new SimpleDoubleProperty();

    final DoubleProperty volatilityShift = new SimpleDoubleProperty();
    final DoubleProperty daysLater = new SimpleDoubleProperty();

    ObjectProperty<Stage> stage() {
        return stage;
    }

    ObjectProperty<String> file() {
        return file;
    }

    /** Why the newest reading failed; empty when it did not. What was read before may still be shown. */
    ObjectProperty<String> problem() {
        return problem;
    }

    ObjectProperty<ChainTerms> terms() {
        return terms;
    }

    ObjectProperty<Optional<ChainSheet>> sheet() {
        return sheet;
    }

    ObjectProperty<Optional<ChainReckoning>> reckoning() {
        return reckoning;
    }

    ObjectProperty<Optional<LocalDate>> expiry() {
        return expiry;
    }

    ObjectProperty<List<HeldContract>> held() {
        return held;
    }

    /** Shows a reckoning; the expiry stays where the new chain has it, else it is the first with time left. */
    void show(ChainReckoning newer) {
        reckoning.set(Optional.of(newer));
        List<LocalDate> expiries = expiries();
        if (expiry.get().filter(expiries::contains).isEmpty()) {
            expiry.set(expiries.stream()
                    .filter(day -> day.toEpochDay() > newer.chain().day())
                    .findFirst()
                    .or(() -> expiries.stream().findFirst()));
        }
        stage.set(Stage.SHOWN);
    }

    List<LocalDate> expiries() {
        return reckoning
                .get()
                .map(shown -> shown.expiries().stream()
                        .map(metrics -> LocalDate.ofEpochDay(metrics.expiryDay()))
                        .toList())
                .orElse(List.of());
    }

    Optional<VolatilitySurface.Slice> slice() {
        return reckoning
                .get()
                .flatMap(shown ->
                        expiry.get().flatMap(day -> shown.surface().findSlice(Math.toIntExact(day.toEpochDay()))));
    }

    /** Adds contracts of a kind, or takes them away; none of a kind are not listed. */
    void hold(HeldContract more) {
        List<HeldContract> all = new ArrayList<>();
        int count = more.count();
        int place = -1;
        for (HeldContract one : held.get()) {
            if (one.isSameKind(more)) {
                count += one.count();
                place = all.size();
            } else {
                all.add(one);
            }
        }
        if (count != 0) {
            HeldContract now = new HeldContract(more.right(), more.strike(), more.expiryDay(), count);
            all.add(place < 0 ? all.size() : place, now);
        }
        held.set(List.copyOf(all));
    }

    /** Those held contracts that the chain on show has, at their own volatility. */
    List<OptionPosition> positions() {
        return reckoning
                .get()
                .map(shown -> held.get().stream()
                        .flatMap(one -> position(shown, one).stream())
                        .toList())
                .orElse(List.of());
    }

    Optional<OptionPosition> position(ChainReckoning shown, HeldContract one) {
        return ChainLine.of(shown.chain(), one.expiryDay()).stream()
                .filter(line -> line.strike() == one.strike())
                .findFirst()
                .flatMap(line -> line.leg(one.right()))
                .filter(leg -> !Double.isNaN(leg.volatility()))
                .map(leg -> new OptionPosition(
                        one.right(),
                        one.strike(),
                        shown.chain().years(one.expiryDay()),
                        leg.volatility(),
                        one.count()));
    }

    /** What positions are worth at a spot, with the volatility and days of the sliders or without. */
    PositionGreeks worth(ChainReckoning shown, List<OptionPosition> positions, double spot, boolean shifted) {
        return PositionGreeks.of(
                positions,
                new PositionGreeks.Scenario(
                        spot, shifted ? volatilityShift.get() / 100 : 0, shifted ? daysLater.get() / 365 : 0),
                shown.terms().rate(),
                shown.terms().dividend(),
                shown.terms().multiplier());
    }

    double shiftedSpot(ChainReckoning shown) {
        return shown.chain().spot() * (1 + spotShift.get() / 100);
    }
}
