package io.sextant.ui.panel.strategies;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.TradingMode;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The board as it was told last, the strategy that is looked at, and what a person is asked before it is done. */
final class StrategiesModel {

    /**
     * Done exactly so when it is agreed to.
     *
     * @param first what is set before, without which nothing is done
     */
    record Question(String sentence, SteerStrategy command, List<HeldUnits> held, Optional<ChangeSetting> first) {

        Question(String sentence, SteerStrategy command, List<HeldUnits> held) {
            this(sentence, command, held, Optional.empty());
        }
    }

    /** What a strategy held when somebody was asked about it: a yes is to that and to nothing else. */
    record HeldUnits(InstrumentId instrument, double units) {

        static List<HeldUnits> of(HostedStrategy strategy) {
            return strategy.positions().stream()
                    .filter(each -> each.units() != 0)
                    .map(each -> new HeldUnits(each.instrument(), each.units()))
                    .toList();
        }
    }

    final ObjectProperty<HostingBoard> board = new SimpleObjectProperty<>(HostingBoard.EMPTY);
    final ObjectProperty<Optional<HostedStrategy>> chosen = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Question>> question = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<TradingMode> mode = new SimpleObjectProperty<>(TradingMode.SIMULATED);
    /** Whether the form to agree with a strategy is open. */
    final BooleanProperty agreeing = new SimpleBooleanProperty();

    final HostModel form;
    private final LiveRows<String, HostedStrategy> rows =
            new LiveRows<>(one -> one.terms().name());

    StrategiesModel(HostModel form) {
        this.form = form;
    }

    ObservableList<LiveRow<HostedStrategy>> rows() {
        return rows.list();
    }

    void take(HostingBoard now) {
        board.set(now);
        rows.show(now.strategies());
        choose(chosen.get().map(one -> one.terms().name()).orElse(""));
        question.get()
                .filter(asked -> chosen.get()
                        .filter(one -> one.terms().name().equals(asked.command().strategy())
                                && HeldUnits.of(one).equals(asked.held()))
                        .isEmpty())
                .ifPresent(gone -> question.set(Optional.empty()));
    }

    /** The first where there is none of that name. */
    void choose(String name) {
        HostingBoard now = board.get();
        Optional<HostedStrategy> before = chosen.get();
        chosen.set(now.strategies().stream()
                .filter(one -> one.terms().name().equals(name))
                .findFirst()
                .or(() -> now.strategies().stream().findFirst()));
        boolean another = !before.map(one -> one.terms().name())
                .equals(chosen.get().map(one -> one.terms().name()));
        boolean moved = !before.map(HostedStrategy::stage).equals(chosen.get().map(HostedStrategy::stage));
        if (another || moved) {
            question.set(Optional.empty());
        }
    }
}
