package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.SettingRange;
import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.backtest.StrategyCard.Setting;
import io.sextant.domain.backtest.SweepWish;
import io.sextant.domain.backtest.SweepWish.Measure;
import io.sextant.domain.backtest.SweepWish.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which settings are searched, within what, and how. */
final class LabSearch {

    /** More points than this are for a search that does not run all of them. */
    static final int MOST_OF_GRID = 20_000;

    private static final int MOST_BY_CHANCE = 10_000;
    private static final int MOST_BY_BAYES = 400;
    private static final int STEPS_AT_FIRST = 8;

    /** A setting and its range; without a setting nothing is searched here. */
    static final class Axis {

        final ObjectProperty<Optional<Setting>> setting = new SimpleObjectProperty<>(Optional.empty());
        final DoubleProperty from = new SimpleDoubleProperty();
        final DoubleProperty to = new SimpleDoubleProperty(1);
        final DoubleProperty step = new SimpleDoubleProperty(1);

        /** From half to twice the usual value in about eight steps. */
        void choose(Optional<Setting> chosen) {
            setting.set(chosen);
            chosen.ifPresent(of -> {
                double low = Math.max(of.lowest(), of.usual() / 2);
                double high = Math.min(of.highest(), Math.max(of.usual() * 2, low + of.step()));
                double steps = Math.max(1, Math.rint((high - low) / STEPS_AT_FIRST / of.step()));
                from.set(of.isWhole() ? Math.rint(low) : low);
                to.set(of.isWhole() ? Math.rint(high) : high);
                step.set(steps * of.step());
            });
        }

        Optional<SettingRange> range() {
            boolean is = from.get() <= to.get() && step.get() > 0;
            return is
                    ? setting.get().map(of -> new SettingRange(of.name(), from.get(), to.get(), step.get()))
                    : Optional.empty();
        }

        /** Chosen, and from a value up to another. */
        boolean isWrong() {
            return setting.get().isPresent() && range().isEmpty();
        }
    }

    final Axis first = new Axis();
    final Axis second = new Axis();
    final ObjectProperty<Search> search = new SimpleObjectProperty<>(Search.GRID);
    final DoubleProperty budget = new SimpleDoubleProperty(100);
    final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.SHARPE);

    /** Those that are numbers; the first two of them are searched until somebody chooses others. */
    void offer(Optional<StrategyCard> card) {
        List<Setting> numbers = numbers(card);
        first.choose(numbers.stream().findFirst());
        second.choose(numbers.stream().skip(1).findFirst());
    }

    static List<Setting> numbers(Optional<StrategyCard> card) {
        return card.stream()
                .flatMap(one -> one.settings().stream())
                .filter(one -> one.unit() != StrategyCard.Unit.YES_OR_NO)
                .toList();
    }

    List<SettingRange> ranges() {
        List<SettingRange> ranges = new ArrayList<>();
        first.range().ifPresent(ranges::add);
        second.range()
                .filter(other -> ranges.stream().noneMatch(one -> one.setting().equals(other.setting())))
                .ifPresent(ranges::add);
        return ranges;
    }

    double points() {
        return ranges().stream().mapToDouble(SettingRange::count).reduce(1, (one, other) -> one * other);
    }

    int mostRuns() {
        return switch (search.get()) {
            case GRID -> MOST_OF_GRID;
            case RANDOM, GENETIC -> MOST_BY_CHANCE;
            case BAYES -> MOST_BY_BAYES;
        };
    }

    boolean canRun() {
        boolean few = search.get() == Search.GRID ? points() <= MOST_OF_GRID : budget.get() <= mostRuns();
        return !ranges().isEmpty() && !first.isWrong() && !second.isWrong() && few;
    }

    SweepWish wish(BacktestSetup setup, long seed) {
        return new SweepWish(setup, ranges(), search.get(), (int) budget.get(), seed, measure.get());
    }
}
