package io.sextant.ui.panel.regimes;

import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.domain.regime.RegimeState;
import io.sextant.domain.regime.RegimeWarning;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** The regime of now in one word, since when, and what may be coming. */
final class NowBox extends HBox {

    private static final double DANGER = 0.5;

    private final RegimesModel model;
    private final Texts texts;
    private final RegimeWords words;
    private final ObservableValue<ChartPalette> palette;
    private final Region swatch = new Region();
    private final Label word = new Label();
    private final Label since = new Label();
    private final Label next = new Label();
    private final Label warning = new Label();

    NowBox(RegimesModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        this.palette = palette;
        words = new RegimeWords(texts);
        getStyleClass().add("forecasts-verdict");
        setAlignment(Pos.CENTER_LEFT);
        swatch.setMinSize(10, 40);
        swatch.setMaxWidth(10);
        word.setId("regimes-now");
        word.getStyleClass().add("forecasts-word");
        word.setMinWidth(USE_PREF_SIZE);
        dress(since, "regimes-since");
        dress(next, "regimes-next");
        dress(warning, "regimes-warning");
        VBox sentences = new VBox(since, next, warning);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        getChildren().addAll(swatch, word, sentences);
        model.board.addListener(change -> show());
        palette.addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private static void dress(Label label, String id) {
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    private void show() {
        model.present().ifPresent(this::show);
    }

    private void show(Present present) {
        RegimeState now = present.now();
        Color colour = RegimeWords.colour(now, palette.getValue());
        swatch.setStyle("-fx-background-radius: 3px; -fx-background-color: #"
                + colour.toString().substring(2, 8) + ";");
        word.setText(words.name(now));
        since.setText(texts.get(
                "regimes.since",
                words.moment(present.sinceNanos()),
                words.share(now.chance()),
                words.number(now.expectedStayBars(), 0),
                words.share(now.leaveChance())));
        RegimeState likeliest = present.states().stream()
                .max(Comparator.comparingDouble(RegimeState::chance))
                .orElse(now);
        if (!likeliest.equals(now)) {
            since.setText(since.getText()
                    + " "
                    + texts.get("regimes.since.other", words.name(likeliest), words.share(likeliest.chance())));
        }
        StringBuilder odds = new StringBuilder();
        for (RegimeState state : present.states()) {
            odds.append(odds.isEmpty() ? "" : "  ·  ")
                    .append(words.name(state))
                    .append(' ')
                    .append(words.share(state.nextChance()));
        }
        next.setText(texts.get("regimes.next", odds.toString()));
        RegimeWarning told = present.warning();
        warning.setText(
                Double.isNaN(told.score())
                        ? texts.get("regimes.warning.none", words.share(told.changeChance()), words.share(told.drift()))
                        : texts.get(
                                "regimes.warning",
                                words.share(told.score()),
                                told.bars(),
                                words.share(told.changeChance()),
                                words.share(told.drift()),
                                worth(told)));
        (told.score() >= DANGER ? Tone.WARNING : Tone.MUTED).applyTo(warning);
    }

    private String worth(RegimeWarning told) {
        return Double.isNaN(told.skill())
                ? texts.get("regimes.warning.unmeasured")
                : texts.get("regimes.warning.worth", words.number(told.skill(), 2), words.count(told.measured()));
    }
}
