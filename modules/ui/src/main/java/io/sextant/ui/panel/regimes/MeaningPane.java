package io.sextant.ui.panel.regimes;

import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.domain.regime.RegimeState;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What each regime has meant, measured on the bars after it was told. */
final class MeaningPane extends RegimePane {

    private static final double ROW_HEIGHT = 24;

    private final LiveRows<String, RegimeState> rows = new LiveRows<>(state -> state.name() + " " + state.ordinal());
    private final TableView<LiveRow<RegimeState>> table = new TableView<>();

    MeaningPane(RegimesModel model, Texts texts) {
        super("regimes-meaning", model, texts);
        table.setId("regimes-meaning");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("regimes.tab.meaning"));
        Columns<RegimeState> columns = new Columns<>(texts);
        table.getColumns().add(columns.words("regimes.column.regime", 140, words::name));
        table.getColumns()
                .addAll(List.of(
                        figure("now", 70, RegimeState::chance, one -> words.share(one.chance())),
                        figure("next", 78, RegimeState::nextChance, one -> words.share(one.nextChance())),
                        figure("share", 88, RegimeState::share, one -> words.share(one.share())),
                        figure(
                                "return",
                                150,
                                RegimeState::meanReturn,
                                one -> words.withError(one.meanReturn(), one.returnError())),
                        figure("volatility", 92, RegimeState::deviation, one -> words.percent(one.deviation())),
                        figure(
                                "drawdown",
                                110,
                                RegimeState::worstDrawdown,
                                one -> words.signedShare(one.worstDrawdown(), 2)),
                        figure("stays", 70, RegimeState::stays, one -> words.count(one.stays())),
                        figure("stay", 96, RegimeState::meanStayBars, one -> words.number(one.meanStayBars(), 1)),
                        figure(
                                "expected",
                                96,
                                RegimeState::expectedStayBars,
                                one -> words.number(one.expectedStayBars(), 1)),
                        figure("leave", 92, RegimeState::leaveChance, one -> words.share(one.leaveChance()))));
        table.setItems(rows.list());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        follow();
    }

    private TableColumn<LiveRow<RegimeState>, RegimeState> figure(
            String key, double width, ToDoubleFunction<RegimeState> value, Function<RegimeState, String> written) {
        return new Columns<RegimeState>(texts)
                .figures("regimes.column." + key, width, written, Comparator.comparingDouble(value));
    }

    @Override
    void show(RegimeBoard board, Present present) {
        say(texts.get(
                "regimes.meaning.about",
                words.count(present.learnedBars()),
                words.moment(present.learnedToNanos()),
                Double.isNaN(present.stability())
                        ? texts.get("regimes.stability.first")
                        : texts.get("regimes.stability", words.share(present.stability()))));
        rows.show(present.states());
        table.refresh();
    }
}
