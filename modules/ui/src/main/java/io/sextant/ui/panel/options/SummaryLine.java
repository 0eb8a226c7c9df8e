package io.sextant.ui.panel.options;

import io.sextant.analytics.options.ExpiryMetrics;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** What the contracts of the chosen expiry say together. */
final class SummaryLine extends FlowPane {

    private final OptionsModel model;
    private final Texts texts;
    private final OptionsWords words;

    SummaryLine(OptionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new OptionsWords(texts);
        setId("options-summary");
        getStyleClass().add("figure-line");
        model.reckoning().addListener(change -> show());
        model.expiry().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        model.reckoning().get().ifPresent(shown -> {
            add("spot", words.price(shown.chain().spot()));
            metrics(shown).ifPresent(this::addMetrics);
        });
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private Optional<ExpiryMetrics> metrics(ChainReckoning shown) {
        return shown.expiries().stream()
                .filter(one -> model.expiry()
                        .get()
                        .filter(day -> day.toEpochDay() == one.expiryDay())
                        .isPresent())
                .findFirst();
    }

    private void addMetrics(ExpiryMetrics metrics) {
        add("at-the-money", words.percent(metrics.atTheMoney()));
        add("put-call-open", words.number(metrics.putCallOpenInterest(), 2));
        add("put-call-volume", words.number(metrics.putCallVolume(), 2));
        add("max-pain", words.price(metrics.maxPainStrike()));
        add("call-walls", walls(metrics.callWalls()));
        add("put-walls", walls(metrics.putWalls()));
        add("net-gamma", words.compact(metrics.netGamma()));
    }

    private String walls(List<Double> strikes) {
        return strikes.isEmpty()
                ? words.price(Double.NaN)
                : String.join("  ", strikes.stream().map(words::strike).toList());
    }

    private void add(String name, String written) {
        Label figure = new Label(written);
        figure.setId("options-figure-" + name);
        figure.getStyleClass().add("figure-of-line");
        Label title = new Label(texts.get("options.figure." + name));
        title.getStyleClass().add("muted");
        title.setLabelFor(figure);
        HBox pair = new HBox(figure, title);
        pair.getStyleClass().add("figure-pair");
        pair.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(pair);
    }
}
