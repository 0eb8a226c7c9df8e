package io.sextant.ui.panel.strategies;

import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.money.Money;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What is agreed with a strategy, beside how much of each limit is used. */
final class LimitsPane extends VBox {

    private final Texts texts;
    private final HostingWords words;
    private final GridPane grid = new GridPane();

    LimitsPane(StrategiesModel model, Texts texts, HostingWords words, Runnable change, Runnable remove) {
        this.texts = texts;
        this.words = words;
        grid.getStyleClass().add("forecasts-grid");
        Button anew = button("change", change);
        anew.disableProperty()
                .bind(model.chosen.map(one -> one.filter(Steering::canChange)
                        .filter(each -> model.form.cards.stream()
                                .anyMatch(
                                        card -> card.name().equals(each.terms().kind())))
                        .isEmpty()));
        Button forget = button("remove", remove);
        forget.disableProperty()
                .bind(model.chosen.map(one -> one.filter(Steering::canRemove).isEmpty()));
        FlowPane bar = new FlowPane(anew, forget);
        bar.getStyleClass().add("wrap-bar");
        Label about = new Label();
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.textProperty().bind(texts.bind("strategies.limits.about"));
        getChildren().addAll(about, grid, bar);
        model.chosen.addListener(now -> model.chosen.get().ifPresent(this::show));
        texts.figuresProperty().addListener(now -> model.chosen.get().ifPresent(this::show));
        model.chosen.get().ifPresent(this::show);
    }

    private Button button(String name, Runnable pressed) {
        Button button = new Button();
        button.setId("strategies-" + name);
        button.getStyleClass().add("compact");
        button.textProperty().bind(texts.bind("strategies." + name));
        button.setOnAction(event -> pressed.run());
        return button;
    }

    private void show(HostedStrategy one) {
        grid.getChildren().clear();
        HostingTerms terms = one.terms();
        String none = Figures.NONE;
        Money today = one.figures().today();
        line("", texts.get("strategies.limits.agreed"), texts.get("strategies.limits.used"), true);
        line(
                "capital",
                texts.figures().money(terms.capital()),
                texts.figures().money(one.figures().equity()),
                false);
        line("largest-order", texts.figures().money(terms.limits().largestOrder()), none, false);
        line(
                "day-loss",
                texts.figures().money(terms.limits().largestDayLoss()),
                today.isNegative()
                        ? texts.figures().money(today.negated())
                        : texts.figures().money(Money.zero(today.currency())),
                false);
        line(
                "orders-a-minute",
                texts.figures().count(terms.limits().ordersAMinute()),
                texts.figures().count(one.figures().ordersLastMinute()),
                false);
        double equity = one.figures().equity().toDouble();
        line(
                "exposure",
                texts.figures().percent(terms.limits().exposurePercent(), 0),
                equity > 0
                        ? texts.figures().percent(100 * one.figures().exposure().toDouble() / equity, 0)
                        : none,
                false);
        line("timeframe", texts.get("chartpanel.timeframe." + terms.timeframe().name()), none, false);
        line(
                "settings",
                terms.values().isEmpty()
                        ? texts.get("strategies.settings.usual")
                        : words.strategies().values(terms.values()),
                "",
                false);
    }

    private void line(String key, String agreed, String used, boolean title) {
        int row = grid.getRowCount();
        Label name = new Label(key.isEmpty() ? "" : texts.get("strategies." + key));
        name.setWrapText(true);
        name.setMinWidth(110);
        Label terms = new Label(agreed);
        terms.setWrapText(true);
        Label now = new Label(used);
        if (title) {
            terms.getStyleClass().add("muted");
            now.getStyleClass().add("muted");
        } else {
            terms.setId("strategies-limit-" + key);
            now.setId("strategies-used-" + key);
        }
        grid.addRow(row, name, terms, now);
    }
}
