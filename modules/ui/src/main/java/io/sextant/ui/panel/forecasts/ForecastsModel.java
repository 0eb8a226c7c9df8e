package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the panel knows: the newest board of a series with the bars that it stands on, and what the reader chose. */
final class ForecastsModel {

    static final String NAIVE = "naive";

    /** What is to be seen. */
    enum Stage {
        /** No instrument is linked. */
        EMPTY,
        /** The engine begins with the series, or has not answered yet. */
        OPENING,
        FEW,
        /** The first models are learning; nothing can be forecast yet. */
        LEARNING,
        SHOWN,
        FAILED
    }

    /** Whose forecast is to count from now on; asked about before it is sent. */
    record Wish(ModelCard card, boolean back) {}

    final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.EMPTY);
    /** Why the newest question failed; what was known before may still be shown. */
    final ObjectProperty<String> problem = new SimpleObjectProperty<>("");

    final ObjectProperty<Optional<Instrument>> instrument = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.M1);
    final ObjectProperty<Optional<ForecastBoard>> board = new SimpleObjectProperty<>(Optional.empty());
    /** Those that were over when the board was made, and perhaps a newer one. */
    final ObjectProperty<BarSeries> bars = new SimpleObjectProperty<>(BarSeries.EMPTY);

    final ObjectProperty<Optional<TradingMode>> mode = new SimpleObjectProperty<>(Optional.empty());
    /** By their ids, the models whose middle is drawn beside the champion's. */
    final ObjectProperty<Set<String>> drawn = new SimpleObjectProperty<>(Set.of());

    final ObjectProperty<Optional<Wish>> wish = new SimpleObjectProperty<>(Optional.empty());
    /** What the champion said a day ago, where this panel saw it. */
    final ObjectProperty<Optional<DayMemory.Said>> dayAgo = new SimpleObjectProperty<>(Optional.empty());
    /** A training that this panel began goes on. */
    final BooleanProperty training = new SimpleBooleanProperty();

    void draw(String id, boolean wanted) {
        Set<String> all = new LinkedHashSet<>(drawn.get());
        if (wanted ? all.add(id) : all.remove(id)) {
            drawn.set(Set.copyOf(all));
        }
    }

    /** The registry's card of the model that counts. */
    boolean isChampion(String id) {
        return board.get().flatMap(ForecastBoard::champion).filter(id::equals).isPresent();
    }

    Optional<ModelCard> previous() {
        return board.get()
                .flatMap(told -> told.previous()
                        .flatMap(id -> told.registry().stream()
                                .filter(card -> card.id().equals(id))
                                .findFirst()));
    }
}
