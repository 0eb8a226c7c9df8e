package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.Instrument;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the champion's forecast is worth in one word, why, what it says, and what changed since yesterday. */
final class VerdictBox extends HBox {

    private final ForecastsModel model;
    private final Texts texts;
    private final ForecastsWords words;
    private final Label word = new Label();
    private final Label reason = new Label();
    private final Label statement = new Label();
    private final Label yesterday = new Label();

    VerdictBox(ForecastsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new ForecastsWords(texts);
        getStyleClass().add("forecasts-verdict");
        setAlignment(Pos.CENTER_LEFT);
        word.setId("forecasts-verdict");
        word.getStyleClass().add("forecasts-word");
        word.setMinWidth(USE_PREF_SIZE);
        dress(reason, "reason");
        dress(statement, "statement");
        dress(yesterday, "yesterday");
        VBox sentences = new VBox(reason, statement, yesterday);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        getChildren().addAll(word, sentences);
        model.board.addListener(change -> show());
        model.dayAgo.addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private static void dress(Label label, String id) {
        label.setId("forecasts-" + id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    private void show() {
        Optional<ForecastBoard> board = model.board.get();
        Optional<ModelForecast> champion = board.flatMap(ForecastBoard::championForecast);
        Optional<Instrument> instrument = model.instrument.get();
        if (champion.isEmpty() || instrument.isEmpty()) {
            return;
        }
        Verdict verdict = champion.get().skill().verdict();
        word.setText(words.verdict(verdict));
        ForecastsWords.tone(verdict).applyTo(word);
        reason.setText(words.reason(champion.get(), trials(champion.get(), board.get())));
        statement.setText(words.statement(champion.get(), instrument.get()).orElse(""));
        yesterday.setText(model.dayAgo
                .get()
                .flatMap(then -> DayMemory.of(board.get()).map(now -> since(then, now, instrument.get())))
                .orElse(""));
        Tone.MUTED.applyTo(yesterday);
    }

    /** Those that its chance was corrected for, when it was measured. */
    private static int trials(ModelForecast champion, ForecastBoard board) {
        return champion.card()
                .metrics()
                .getOrDefault("trials", (double) board.trials())
                .intValue();
    }

    private String since(DayMemory.Said then, DayMemory.Said now, Instrument instrument) {
        boolean same = then.model().equals(now.model());
        String told = texts.get(
                "forecasts.yesterday",
                words.moment(then.originNanos()),
                words.price(then.origin(), instrument),
                words.price(now.origin(), instrument),
                words.basisPoints(then.changeBps()),
                words.basisPoints(now.changeBps()));
        String champion = same
                ? texts.get("forecasts.yesterday.same", words.model(now.model()))
                : texts.get("forecasts.yesterday.other", words.model(then.model()), words.model(now.model()));
        String verdict = then.verdict() == now.verdict()
                ? ""
                : " "
                        + texts.get(
                                "forecasts.yesterday.verdict",
                                words.verdict(then.verdict()),
                                words.verdict(now.verdict()));
        return told + " " + champion + verdict;
    }
}
