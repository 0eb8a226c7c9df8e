package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.risk.RateDurations;
import io.sextant.domain.risk.Supposition;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How much of each instrument is supposed to be held, beside how much is; an instrument that is not held can be supposed too. */
final class MixPane extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double SHARE_MAX_PERCENT = 1_000;
    private static final double HEIGHT_MAX = 320;
    private static final int PERCENT_DIGITS = 2;

    private final RiskMonitorModel model;
    private final Texts texts;
    private final BiConsumer<InstrumentId, String> durations;
    private final GridPane rows = new GridPane();
    private final ComboBox<InstrumentId> other = new ComboBox<>();
    private final Set<InstrumentId> added = new LinkedHashSet<>();
    private List<InstrumentId> listed = List.of();

    /** @param durations hears what a person writes as a duration; empty for none */
    MixPane(
            RiskMonitorModel model,
            List<Instrument> instruments,
            Texts texts,
            BiConsumer<InstrumentId, String> durations) {
        this.model = model;
        this.durations = durations;
        this.texts = texts;
        getStyleClass().add("options-block");
        setId("risk-mix");
        rows.setHgap(10);
        rows.setVgap(4);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT_MAX);
        scroll.getStyleClass().add("bare");
        Label about = new Label();
        about.setWrapText(true);
        about.setMaxWidth(360);
        about.getStyleClass().add("options-about");
        about.textProperty().bind(texts.bind("riskmonitor.whatif.mix.about"));
        other.setId("risk-mix-instrument");
        other.getItems()
                .setAll(instruments.stream()
                        .filter(one -> one.tradable() && !(one instanceof Option))
                        .map(Instrument::id)
                        .toList());
        other.accessibleTextProperty().bind(texts.bind("riskmonitor.whatif.mix.add"));
        other.promptTextProperty().bind(texts.bind("riskmonitor.whatif.mix.add"));
        other.setOnAction(chosen -> add());
        Button none = new Button();
        none.setId("risk-mix-none");
        none.textProperty().bind(texts.bind("riskmonitor.whatif.mix.none"));
        none.setOnAction(pressed -> {
            added.clear();
            model.supposed.set(model.supposed.get().with(Map.of()));
            tell();
        });
        getChildren().addAll(about, scroll, new HBox(6, other, none));
        model.supposed.addListener(change -> tell());
        model.whatIf.addListener(change -> tell());
        texts.figuresProperty().addListener(change -> {
            listed = List.of();
            tell();
        });
        tell();
    }

    private void add() {
        InstrumentId chosen = other.getValue();
        if (chosen != null) {
            added.add(chosen);
            tell();
        }
    }

    private Map<InstrumentId, Double> held() {
        return model.whatIf.get().map(cases -> cases.board().shares()).orElse(Map.of());
    }

    /** What a person is typing into is not made anew while the instruments stay the same. */
    private void tell() {
        Map<InstrumentId, Double> now = held();
        Set<InstrumentId> all = new LinkedHashSet<>();
        now.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(InstrumentId::symbol))
                .forEach(all::add);
        model.supposed.get().shares().keySet().stream()
                .sorted(Comparator.comparing(InstrumentId::symbol))
                .forEach(all::add);
        all.addAll(added);
        List<InstrumentId> wanted = List.copyOf(all);
        if (!wanted.equals(listed)) {
            listed = wanted;
            rows.getChildren().clear();
            rows.addRow(0, head("instrument"), head("now"), head("then"), head("duration"));
            for (int i = 0; i < wanted.size(); i++) {
                row(i + 1, wanted.get(i));
            }
        }
        rows.getChildren().forEach(node -> {
            if (node instanceof Label label && label.getUserData() instanceof InstrumentId of) {
                label.setText(texts.figures().percent(100 * now.getOrDefault(of, 0.0), 1));
            } else if (node instanceof TextField field
                    && !field.isFocused()
                    && field.getUserData() instanceof InstrumentId of) {
                field.setText(written(of));
                field.pseudoClassStateChanged(DANGER, false);
            }
        });
    }

    private Label head(String what) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.textProperty().bind(texts.bind("riskmonitor.whatif.mix." + what));
        return label;
    }

    private void row(int at, InstrumentId of) {
        Label name = new Label(of.symbol());
        Label now = new Label();
        now.setUserData(of);
        now.getStyleClass().add("figure");
        GridPane.setHalignment(now, HPos.RIGHT);
        TextField then = new TextField();
        then.setId("risk-mix-" + of.symbol());
        then.setUserData(of);
        then.setPrefColumnCount(7);
        then.getStyleClass().add("figure-field");
        then.promptTextProperty().bind(texts.bind("riskmonitor.whatif.mix.asis"));
        then.accessibleTextProperty().bind(texts.bind("riskmonitor.whatif.mix.then", of.symbol()));
        then.setOnAction(typed -> take(then, of));
        then.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                take(then, of);
            }
        });
        rows.addRow(at, name, now, then, duration(of));
    }

    /** In years; what is no number is none. */
    private TextField duration(InstrumentId of) {
        TextField field = new TextField();
        field.setId("risk-duration-" + of.symbol());
        field.setPrefColumnCount(5);
        field.getStyleClass().add("figure-field");
        field.accessibleTextProperty().bind(texts.bind("riskmonitor.whatif.mix.duration"));
        Runnable follow = () -> {
            if (!field.isFocused()) {
                field.setText(model.whatIf
                        .get()
                        .map(cases -> cases.board().durations().get(of))
                        .map(years -> Typed.text(BigDecimal.valueOf(years).stripTrailingZeros(), texts.language()))
                        .orElse(""));
                field.pseudoClassStateChanged(DANGER, false);
            }
        };
        model.whatIf.addListener(change -> follow.run());
        follow.run();
        field.setOnAction(typed -> {
            String text = field.getText().strip();
            Optional<BigDecimal> years = Typed.number(text, texts.figures())
                    .filter(each -> Math.abs(each.doubleValue()) <= RateDurations.YEARS_MAX);
            field.pseudoClassStateChanged(DANGER, !text.isEmpty() && years.isEmpty());
            if (text.isEmpty() || years.isPresent()) {
                durations.accept(of, years.map(BigDecimal::toPlainString).orElse(""));
            }
        });
        return field;
    }

    private String written(InstrumentId of) {
        Double share = model.supposed.get().shares().get(of);
        return share == null
                ? ""
                : Typed.text(
                        BigDecimal.valueOf(100 * share)
                                .setScale(PERCENT_DIGITS, RoundingMode.HALF_UP)
                                .stripTrailingZeros(),
                        texts.language());
    }

    /** An empty field leaves it to be as it is. */
    private void take(TextField field, InstrumentId of) {
        String typed = field.getText().strip();
        Optional<Double> percent = Typed.number(typed, texts.figures())
                .map(BigDecimal::doubleValue)
                .filter(value -> Math.abs(value) <= SHARE_MAX_PERCENT);
        field.pseudoClassStateChanged(DANGER, !typed.isEmpty() && percent.isEmpty());
        if (!typed.isEmpty() && percent.isEmpty()) {
            return;
        }
        Map<InstrumentId, Double> shares =
                new LinkedHashMap<>(model.supposed.get().shares());
        if (typed.isEmpty()) {
            shares.remove(of);
        } else if (!typed.equals(written(of))) {
            shares.put(of, percent.orElseThrow() / 100);
        }
        if (shares.size() <= Supposition.SHARES_MAX) {
            model.supposed.set(model.supposed.get().with(shares));
        }
    }
}
