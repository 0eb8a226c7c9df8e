package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.VerdictReport;
import io.sextant.domain.backtest.VerdictReport.Finding;
import io.sextant.domain.backtest.VerdictReport.Judged;
import io.sextant.domain.backtest.VerdictReport.Measured;
import io.sextant.domain.backtest.VerdictReport.Word;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.JobBar;
import io.sextant.ui.parts.JobWatch;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** One plain sentence on a strategy, what made it, and everything that was measured with what it means. */
final class VerdictPane extends VBox {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final double SENTENCE_GAP = 6;

    private final LabModel model;
    private final Texts texts;
    private final LabWords words;
    private final Button examine = new Button();
    private final Label word = new Label();
    private final Label because = new Label();
    private final Label about = new Label();
    private final VBox findings = new VBox(SENTENCE_GAP);
    private final VBox measured = new VBox(SENTENCE_GAP);
    private final Label also = title();
    private final Label all = title();
    private final ScrollPane page;
    private final EmptyState nothing;
    private final StringProperty why = new SimpleStringProperty("");

    VerdictPane(LabModel model, Texts texts, JobWatch watch, Runnable wanted) {
        this.model = model;
        this.texts = texts;
        words = new LabWords(texts);
        word.setId("lab-verdict-word");
        word.getStyleClass().add("verdict-word");
        because.setId("lab-verdict-because");
        because.getStyleClass().add("verdict-because");
        about.setId("lab-verdict-about");
        about.getStyleClass().add("muted");
        findings.setId("lab-verdict-findings");
        measured.setId("lab-verdict-measured");
        VBox body = new VBox(SENTENCE_GAP, word, because, about, also, findings, all, measured);
        body.getStyleClass().add("options-block");
        for (Label each : new Label[] {word, because, about}) {
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        page = new ScrollPane(body);
        page.setFitToWidth(true);
        page.getStyleClass().add("bare");
        nothing = new EmptyState(MaterialDesignS.SCALE_BALANCE, why);
        nothing.setId("lab-verdict-nothing");
        StackPane stack = new StackPane(page, nothing);
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(wish(wanted), new JobBar("lab-verdict-job", watch, texts), stack);
        model.verdict.addListener(change -> show());
        model.problem.addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private FlowPane wish(Runnable wanted) {
        examine.setId("lab-examine");
        examine.getStyleClass().addAll("accent", "compact");
        examine.textProperty().bind(texts.bind("lab.examine"));
        examine.setOnAction(pressed -> wanted.run());
        CheckBox search = new CheckBox();
        search.setId("lab-examine-search");
        search.textProperty().bind(texts.bind("lab.examine.search"));
        search.selectedProperty().bindBidirectional(model.examineSearch);
        LabModelWatch.onChange(model, () -> examine.setDisable(!model.canExamine()));
        FlowPane bar = new FlowPane(examine, search);
        bar.getStyleClass().add("wrap-bar");
        return bar;
    }

    private static Label title() {
        Label title = new Label();
        title.getStyleClass().add("verdict-title");
        return title;
    }

    private void show() {
        String problem = model.problem.get().isEmpty()
                ? model.verdict.get().map(this::whyNot).orElse(texts.get("lab.verdict.nothing"))
                : texts.get("lab.failed", model.problem.get());
        why.set(problem);
        nothing.setVisible(!problem.isEmpty());
        page.setVisible(problem.isEmpty());
        if (problem.isEmpty() && model.verdict.get().orElse(null) instanceof Judged judged) {
            show(judged);
        }
    }

    /** Empty where there is a verdict. */
    private String whyNot(VerdictReport report) {
        return switch (report) {
            case Judged judged -> "";
            case VerdictReport.TooFewBars few -> words.few(few.instrument(), few.bars(), few.needed());
            case VerdictReport.Refused refused -> texts.get("lab.refused", refused.reason());
        };
    }

    private void show(Judged judged) {
        word.setText(texts.get("lab.word." + judged.word().name()));
        word.pseudoClassStateChanged(GOOD, judged.word() == Word.HOLDS_UP);
        because.setText(
                judged.word() == Word.HOLDS_UP
                        ? texts.get("lab.verdict.holds")
                        : texts.get(
                                "lab.verdict.because",
                                judged.findings().stream()
                                        .filter(Finding::decides)
                                        .map(this::clause)
                                        .reduce((one, other) -> texts.get("lab.verdict.and", one, other))
                                        .orElse("")));
        about.setText(texts.get(
                        "lab.verdict.about",
                        words.strategy(judged.wish().setup().strategy()),
                        words.values(judged.chosen()),
                        words.instruments(judged.wish().setup()),
                        texts.figures().count(judged.tries()))
                + (model.simulated.get() ? " " + texts.get("lab.simulated") : ""));
        also.setText(texts.get("lab.verdict.against"));
        also.setManaged(!judged.findings().isEmpty());
        also.setVisible(!judged.findings().isEmpty());
        findings.getChildren()
                .setAll(judged.findings().stream()
                        .map(one -> pair(
                                clause(one),
                                texts.get("lab.reason." + one.reason().name() + ".means"),
                                true))
                        .toList());
        all.setText(texts.get("lab.verdict.measured"));
        measured.getChildren().setAll(judged.measured().stream().map(this::row).toList());
        page.setVvalue(0);
    }

    private String clause(Finding finding) {
        return texts.get("lab.reason." + finding.reason().name(), words.figures(finding.figures()));
    }

    private VBox row(Measured one) {
        String name = one.check().name();
        VBox row = pair(
                texts.get(
                        "lab.verdict.line",
                        texts.get("lab.check." + name),
                        texts.get("lab.check." + name + ".text", words.figures(one.figures()))),
                texts.get("lab.check." + name + ".means"),
                one.against());
        row.setId("lab-check-" + name.toLowerCase(Locale.ROOT).replace('_', '-'));
        return row;
    }

    /** A cross stands before what speaks against the strategy, so that colour is not all that tells. */
    private static VBox pair(String said, String means, boolean against) {
        Label first = new Label((against ? "\u2717  " : "\u00b7  ") + Sentences.capital(said));
        first.setWrapText(true);
        first.setMinHeight(USE_PREF_SIZE);
        first.getStyleClass().add(against ? "verdict-against" : "verdict-said");
        Label second = new Label(means);
        second.setWrapText(true);
        second.setMinHeight(USE_PREF_SIZE);
        second.getStyleClass().addAll("muted", "verdict-means");
        VBox pair = new VBox(first, second);
        pair.setAccessibleText(said + ". " + means);
        return pair;
    }
}
