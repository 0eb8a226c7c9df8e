package io.sextant.ui.panel.strategies;

import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.hosting.HostPhase;
import io.sextant.domain.hosting.HostedOutlook;
import io.sextant.domain.hosting.HostedPosition;
import io.sextant.domain.hosting.HostedRefusal;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostedWish;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.strategies.FigureGrid.Cell;
import io.sextant.ui.parts.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What a strategy holds and wants at the moment, why, and what of it was refused last. */
final class NowPane extends VBox {

    private static final List<String> HELD = List.of(
            "strategies.held.instrument",
            "strategies.held.units",
            "strategies.held.entry",
            "strategies.held.worth",
            "strategies.held.unrealised",
            "strategies.held.working");
    private static final List<String> WISHED = List.of(
            "strategies.held.instrument",
            "strategies.wish.share",
            "strategies.wish.strength",
            "strategies.wish.until",
            "strategies.wish.bar",
            "strategies.wish.why");

    private static final List<String> TOLD = List.of(
            "strategies.held.instrument",
            "strategies.told.expects",
            "strategies.told.interval",
            "strategies.told.skill",
            "strategies.told.model",
            "strategies.wish.bar",
            "strategies.told.regime");

    private final Texts texts;
    private final HostingWords words;
    private final Label standing = about("strategies-standing");
    private final Label warmingWords = about("strategies-warming");
    private final ProgressBar warming = new ProgressBar();
    private final VBox warmUp = new VBox(warmingWords, warming);
    private final Label wishTitle = title();
    private final FigureGrid wishes;
    private final Label toldTitle = title();
    private final FigureGrid told;
    private final Label heldTitle = title();
    private final FigureGrid held;
    private final Label refusedTitle = title();
    private final VBox refusals = new VBox();

    NowPane(StrategiesModel model, Texts texts, HostingWords words) {
        this.texts = texts;
        this.words = words;
        wishes = new FigureGrid("strategies-wishes", texts);
        told = new FigureGrid("strategies-told", texts);
        toldTitle.setText(texts.get("strategies.told"));
        toldTitle.managedProperty().bind(toldTitle.visibleProperty());
        told.managedProperty().bind(told.visibleProperty());
        held = new FigureGrid("strategies-held", texts);
        refusals.setId("strategies-refusals");
        warming.setMaxWidth(Double.MAX_VALUE);
        warming.setId("strategies-warming-bar");
        warming.accessibleTextProperty().bind(warmingWords.textProperty());
        warmUp.managedProperty().bind(warmUp.visibleProperty());
        warmUp.getStyleClass().add("options-block");
        getChildren()
                .addAll(standing, warmUp, wishTitle, wishes, toldTitle, told, heldTitle, held, refusedTitle, refusals);
        model.chosen.addListener(change -> model.chosen.get().ifPresent(this::show));
        texts.figuresProperty().addListener(change -> model.chosen.get().ifPresent(this::show));
        model.chosen.get().ifPresent(this::show);
    }

    private static Label about(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("options-about");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label title() {
        Label title = new Label();
        title.getStyleClass().addAll("options-about", "figure-of-line");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private void show(HostedStrategy one) {
        standing.setText(words.standing(one));
        boolean warms = one.phase() == HostPhase.WARMING_UP;
        warmUp.setVisible(warms);
        if (warms) {
            warmingWords.setText(texts.get(
                    "strategies.warming",
                    texts.figures().count(one.warmUpBars()),
                    texts.figures().count(one.warmUpNeeded())));
            warming.setProgress(
                    one.warmUpNeeded() == 0 ? 1 : Math.min(1, one.warmUpBars() / (double) one.warmUpNeeded()));
        }
        wishTitle.setText(texts.get(one.wishes().isEmpty() ? "strategies.wishes.none" : "strategies.wishes"));
        wishes.getChildren().clear();
        if (!one.wishes().isEmpty()) {
            wishes.titles(WISHED);
            one.wishes().forEach(this::wish);
        }
        toldTitle.setText(texts.get("strategies.told"));
        toldTitle.setVisible(!one.outlooks().isEmpty());
        told.setVisible(!one.outlooks().isEmpty());
        told.getChildren().clear();
        if (!one.outlooks().isEmpty()) {
            told.titles(TOLD);
            one.outlooks().forEach(this::outlook);
        }
        heldTitle.setText(texts.get(one.positions().isEmpty() ? "strategies.holds.nothing" : "strategies.holds"));
        held.getChildren().clear();
        if (!one.positions().isEmpty()) {
            held.titles(HELD);
            one.positions().forEach(this::position);
        }
        refusedTitle.setText(texts.get(one.refusals().isEmpty() ? "strategies.refused.none" : "strategies.refused"));
        refusals.getChildren().setAll(one.refusals().stream().map(this::refusal).toList());
    }

    private void wish(HostedWish wish) {
        wishes.line(List.of(
                Cell.of(wish.instrument().symbol()),
                new Cell(words.share(wish.share()), Tone.ofSign(wish.share())),
                Cell.of(texts.get(wish.isStrong() ? "strategies.strong" : "strategies.weak")),
                Cell.of(
                        wish.untilNanos() == Long.MAX_VALUE
                                ? texts.get("strategies.never")
                                : texts.figures().dateTime(wish.untilNanos())),
                Cell.of(texts.figures().time(wish.barEndNanos())),
                Cell.of(words.strategies().reason(wish.reason().isBlank() ? wish.reasonCode() : wish.reason()))));
    }

    private void outlook(HostedOutlook of) {
        Optional<HostedOutlook.Expected> forecast = of.forecast();
        told.line(List.of(
                Cell.of(of.instrument().symbol()),
                forecast.map(one -> new Cell(words.move(one.logReturn()), Tone.ofSign(one.logReturn())))
                        .orElseGet(() -> nothing(of.usesForecast())),
                Cell.of(forecast.map(one -> texts.get(
                                "strategies.told.between",
                                words.move(one.lowLogReturn()),
                                words.move(one.highLogReturn())))
                        .orElse(Figures.NONE)),
                forecast.map(one -> new Cell(
                                texts.get("forecasts.verdict." + one.verdict().name()),
                                one.verdict() == Verdict.SKILL ? Tone.UP : Tone.MUTED))
                        .orElse(Cell.of(Figures.NONE)),
                Cell.of(forecast.map(HostedOutlook.Expected::model).orElse(Figures.NONE)),
                Cell.of(texts.figures().time(of.barEndNanos())),
                of.regime()
                        .map(one -> Cell.of(texts.get("regimes.name." + one.name())))
                        .orElseGet(() -> nothing(of.usesRegime()))));
    }

    private Cell nothing(boolean wanted) {
        return wanted ? new Cell(texts.get("strategies.told.none"), Tone.MUTED) : Cell.of(Figures.NONE);
    }

    private void position(HostedPosition position) {
        held.line(List.of(
                Cell.of(position.instrument().symbol()),
                new Cell(words.units(position.units()), Tone.ofSign(position.units())),
                Cell.of(words.price(position.entryPrice(), position.instrument())),
                Cell.of(texts.figures().money(position.worth())),
                new Cell(
                        texts.figures().signedMoneyFigure(position.unrealised()),
                        Tone.ofSign(position.unrealised().units())),
                Cell.of(words.units(position.workingUnits()))));
    }

    private Label refusal(HostedRefusal refused) {
        Label line = about("");
        line.setText(texts.get(
                "strategies.refused.line",
                texts.figures().dateTime(refused.timeNanos()),
                texts.word(refused.side()),
                texts.figures().quantity(refused.quantity()),
                refused.instrument().symbol(),
                texts.refusal(refused.refusal())));
        return line;
    }
}
