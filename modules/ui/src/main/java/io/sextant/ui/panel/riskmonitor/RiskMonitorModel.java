package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.GateStatus;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.WhatIfBoard;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the engine told last, the shock that is supposed, and the limit that a person set for the value at risk. */
final class RiskMonitorModel {

    private static final double PERCENT_MAX = 1_000;

    final ObjectProperty<Optional<RiskBoard>> board = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<DeskState>> desk = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<GateStatus>> gate = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<RiskShock> shock = new SimpleObjectProperty<>(RiskShock.NONE);
    final ObjectProperty<Confidence> confidence = new SimpleObjectProperty<>(Confidence.P95);
    final ObjectProperty<OptionalDouble> limitPercent = new SimpleObjectProperty<>(OptionalDouble.empty());
    /** The case that is played with; its shock is {@link #shock}, which another tab plays with too. */
    final ObjectProperty<Supposition> supposed = new SimpleObjectProperty<>(Supposition.NONE);

    /** Scenarios that a person keeps. */
    final ObservableList<NamedCase> kept = FXCollections.observableArrayList();

    /** The cases that were told last: the present, the supposed one, then those that are kept, by their names. */
    final ObjectProperty<Optional<Cases>> whatIf = new SimpleObjectProperty<>(Optional.empty());

    final BooleanProperty whatIfSeen = new SimpleBooleanProperty();
    final StringProperty problem = new SimpleStringProperty("");

    record Cases(List<String> names, WhatIfBoard board) {
        Cases {
            names = List.copyOf(names);
        }
    }

    RiskMonitorModel() {
        shock.addListener((property, before, now) -> supposed.set(supposed.get().with(now)));
        supposed.addListener((property, before, now) -> shock.set(now.shock()));
    }

    Optional<RiskBoard.Measured> measured() {
        return board.get().filter(RiskBoard.Measured.class::isInstance).map(RiskBoard.Measured.class::cast);
    }

    /** The value at risk in percent of the equity, or NaN. */
    static double atRiskPercent(RiskBoard.Measured board) {
        return board.equity() > 0 ? 100 * board.historical().valueAtRisk() / board.equity() : Double.NaN;
    }

    /** A limit as it is typed, without anything that a reader's language adds; nothing lifts it. */
    static Optional<OptionalDouble> limit(String plain) {
        if (plain.isBlank()) {
            return Optional.of(OptionalDouble.empty());
        }
        try {
            double percent = Double.parseDouble(plain);
            return percent > 0 && percent <= PERCENT_MAX ? Optional.of(OptionalDouble.of(percent)) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
