package io.sextant.ui.panel.regimes;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeProfile;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.domain.request.DeskState;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the panel knows: the newest board of a series, what is set to follow from it, and the desk that it would follow for. */
final class RegimesModel {

    /** What is to be seen. */
    enum Stage {
        /** No instrument is linked. */
        EMPTY,
        /** The engine begins with the series, or has not answered yet. */
        OPENING,
        FEW,
        LEARNING,
        SHOWN,
        FAILED
    }

    final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.EMPTY);
    /** Why the newest question failed; what was known before may still be shown. */
    final ObjectProperty<String> problem = new SimpleObjectProperty<>("");

    final ObjectProperty<Optional<Instrument>> instrument = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.M5);
    final ObjectProperty<Optional<RegimeBoard>> board = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<RegimeSettings> settings = new SimpleObjectProperty<>(RegimeSettings.of(Map.of()));
    /** What the gate reads. */
    final ObjectProperty<ExposureCap> cap = new SimpleObjectProperty<>(ExposureCap.NONE);

    final ObjectProperty<LimitShare> limitShare = new SimpleObjectProperty<>(LimitShare.WHOLE);

    final ObjectProperty<Optional<DeskState>> desk = new SimpleObjectProperty<>(Optional.empty());
    /** Whose consequences the reader looks at before anything is done. */
    final ObjectProperty<RegimeProfile> looked = new SimpleObjectProperty<>(RegimeProfile.DEFENSIVE);

    Optional<RegimeBoard.Present> present() {
        return board.get().flatMap(RegimeBoard::present);
    }

    /** Whether the series that is shown leads the desk. */
    boolean leads() {
        return settings.get()
                .guide()
                .filter(guide -> board.get()
                        .filter(told ->
                                told.instrument().equals(guide.instrument()) && told.timeframe() == guide.timeframe())
                        .isPresent())
                .isPresent();
    }

    /** What was set by hand and has not ended. */
    Optional<RegimeSettings.ByHand> byHand() {
        return settings.get()
                .override()
                .filter(hand -> desk.get()
                        .filter(now -> now.marketNanos() < hand.untilNanos())
                        .isPresent());
    }
}
