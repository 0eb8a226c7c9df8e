package io.sextant.ui.panel.optimiser;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Figures;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.portfolio.RebalanceHabit;
import io.sextant.domain.portfolio.ReturnView;
import io.sextant.domain.portfolio.TaxTerms;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.request.DeskState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is wished for, what the engine answered last, and the place along the frontier that the reader looks at. */
final class OptimiserModel {

    static final List<Timeframe> TIMEFRAMES =
            List.of(Timeframe.M1, Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1, Timeframe.W1);

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    /** No place: the weights of the method. */
    static final double OF_METHOD = Double.NaN;

    /** What the figures beside the frontier are of. */
    record Target(double[] weights, Figures figures, boolean ofMethod) {}

    final ObjectProperty<Optional<OptimiserBoard>> board = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<DeskState>> desk = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty problem = new SimpleStringProperty("");
    final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.D1);
    final ObjectProperty<WeightMethod> method = new SimpleObjectProperty<>(WeightMethod.MAX_SHARPE);
    final DoubleProperty riskFree = new SimpleDoubleProperty(0);
    final DoubleProperty most = new SimpleDoubleProperty(1);
    final BooleanProperty shorts = new SimpleBooleanProperty();
    final ObjectProperty<List<ReturnView>> views = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Set<InstrumentId>> leftOut = new SimpleObjectProperty<>(Set.of());
    final ObjectProperty<Goals> goals = new SimpleObjectProperty<>(Goals.NONE);
    final ObjectProperty<RebalanceHabit> habit = new SimpleObjectProperty<>(RebalanceHabit.NONE);
    final ObjectProperty<TaxTerms> taxes = new SimpleObjectProperty<>(TaxTerms.NONE);
    final DoubleProperty place = new SimpleDoubleProperty(OF_METHOD);
    private final InstrumentCatalog catalog;

    OptimiserModel(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    /** As the market counts days. */
    LocalDate today() {
        long nanos = desk.get().map(DeskState::marketNanos).orElse(0L);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_A_SECOND))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    /** What may be held at all. */
    List<Instrument> choices() {
        return catalog.all().stream()
                .filter(one -> one.tradable() && !(one instanceof Option))
                .toList();
    }

    Instrument instrument(InstrumentId id) {
        return catalog.findInstrument(id).orElseThrow();
    }

    OptimiserWish wish() {
        List<InstrumentId> wanted = leftOut.get().isEmpty()
                ? List.of()
                : choices().stream()
                        .map(Instrument::id)
                        .filter(id -> !leftOut.get().contains(id))
                        .toList();
        return new OptimiserWish(
                wanted,
                timeframe.get(),
                method.get(),
                riskFree.get(),
                most.get(),
                shorts.get(),
                views.get(),
                goals.get());
    }

    Optional<Computed> computed() {
        return board.get().filter(Computed.class::isInstance).map(Computed.class::cast);
    }

    /** Empty where the method has no answer and no place was chosen. */
    Optional<Target> target() {
        return computed().flatMap(told -> {
            if (Double.isNaN(place.get())) {
                return told.find(Kind.CHOSEN).map(one -> new Target(one.weights(), one.figures(), true));
            }
            double[] weights = told.along(place.get());
            return Optional.of(new Target(weights, told.figures(weights), false));
        });
    }

    /** Whole lots towards the target, less what is below the smallest order. */
    long[] lots(Computed told, double[] weights) {
        long[] lots = told.lotsTowards(weights);
        for (int i = 0; i < lots.length; i++) {
            if (Math.abs(lots[i]) < instrument(told.instruments().get(i)).smallestLots()) {
                lots[i] = 0;
            }
        }
        return lots;
    }
}
