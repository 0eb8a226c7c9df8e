package io.sextant.ui.panel.data.intake;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.data.intake.IntakeModel.FileRow;
import io.sextant.ui.parts.JobBar;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.LiveRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The sheet of an import: what can be said about the files, what is in them, and at the foot what happens next. */
final class IntakeView extends VBox {

    private static final double WIDE = 760;

    private final IntakeModel model;
    private final Texts texts;
    private final ChoiceForm form;
    private final TableView<LiveRow<FileRow>> files;
    private final FileDetail detail;
    private final SplitPane split = new SplitPane();
    private final Button close = new Button();
    private final Button store = new Button();
    private final Button again = new Button();
    private final Hyperlink quarantine = new Hyperlink();
    private final Label message = new Label();
    private boolean arranged;

    IntakeView(IntakeModel model, JobWatch watch, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("intake");
        getStyleClass().addAll("panel", "intake");
        ReportTables tables = new ReportTables(texts, new EngineSentences(texts));
        form = new ChoiceForm(model, texts);
        files = tables.files(model.rows(), filesPlaceholder());
        detail = new FileDetail(tables, texts);
        ScrollPane choices = new ScrollPane(form);
        choices.setFitToWidth(true);
        choices.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        choices.getStyleClass().add("bare");
        choices.setMinWidth(190);
        SplitPane.setResizableWithParent(choices, false);
        VBox.setVgrow(files, Priority.ALWAYS);
        VBox whole = new VBox(new FigureLine(model, texts), files);
        whole.setMinWidth(200);
        split.getItems().setAll(choices, whole, detail);
        split.getStyleClass().add("bare");
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(head(), split, foot(watch));
        files.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> detail.show(
                        Optional.ofNullable(row).map(one -> one.get().file())));
        model.rows().addListener((ListChangeListener<LiveRow<FileRow>>) change -> chooseWorst());
        model.stage().addListener(change -> write());
        model.report().addListener(change -> write());
        texts.figuresProperty().addListener(change -> write());
        widthProperty().addListener(change -> arrange());
        arrange();
        write();
    }

    Button close() {
        return close;
    }

    Button store() {
        return store;
    }

    Button again() {
        return again;
    }

    Hyperlink quarantine() {
        return quarantine;
    }

    /** What happened, in a sentence. */
    String messageText() {
        return messageText(model.stage().get());
    }

    /** Where the keyboard starts: at what can still be said about the files. */
    void focusFirst() {
        form.symbol().requestFocus();
    }

    private void arrange() {
        Orientation wanted = getWidth() >= WIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (!arranged || split.getOrientation() != wanted) {
            arranged = true;
            split.setOrientation(wanted);
            split.setDividerPositions(
                    wanted == Orientation.HORIZONTAL ? new double[] {0.19, 0.66} : new double[] {0.3, 0.65});
        }
    }

    /** A file that was not read wants to be seen first. */
    private void chooseWorst() {
        if (files.getItems().isEmpty()) {
            detail.show(Optional.empty());
            return;
        }
        LiveRow<FileRow> worst = files.getItems().stream()
                .filter(row -> row.get().file().problem().isPresent())
                .findFirst()
                .orElseGet(() -> files.getItems().getFirst());
        files.getSelectionModel().select(worst);
    }

    private Node filesPlaceholder() {
        Label label = new Label();
        label.setId("intake-waiting");
        label.getStyleClass().add("muted");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                model.stage().get() == IntakeModel.Stage.LOOKING
                                        ? "intake.table.files.looking"
                                        : "intake.table.files.empty"),
                        model.stage(),
                        texts.figuresProperty()));
        return label;
    }

    private HBox head() {
        Label title = new Label();
        title.setId("intake-title");
        title.getStyleClass().add("block-title");
        title.setGraphic(new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN));
        title.textProperty()
                .bind(Bindings.createStringBinding(this::titleText, model.files(), texts.figuresProperty()));
        Tooltip paths = new Tooltip();
        paths.textProperty().bind(model.files().map(IntakeView::pathsText));
        title.setTooltip(paths);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        close.setId("intake-close");
        close.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("compact", "button-icon", "flat");
        close.accessibleTextProperty().bind(texts.bind("intake.close"));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("intake.close"));
        close.setTooltip(hint);
        close.disableProperty().bind(isAt(IntakeModel.Stage.IMPORTING));
        HBox head = new HBox(title, gap, close);
        head.getStyleClass().add("panel-bar");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private String titleText() {
        List<Path> chosen = model.files().get();
        if (chosen.isEmpty()) {
            return "";
        }
        String first = String.valueOf(chosen.getFirst().getFileName());
        long others = chosen.size() - 1L;
        return others == 0
                ? texts.get("intake.title", first)
                : texts.get("intake.title.more", first, others, texts.figures().count(others));
    }

    private static String pathsText(List<Path> paths) {
        List<String> lines = paths.stream().limit(20).map(Path::toString).toList();
        return String.join("\n", lines) + (paths.size() > lines.size() ? "\n…" : "");
    }

    private HBox foot(JobWatch watch) {
        message.setId("intake-message");
        message.setWrapText(true);
        message.setMinWidth(0);
        message.setMinHeight(USE_PREF_SIZE);
        quarantine.setId("intake-quarantine");
        quarantine.setMinWidth(0);
        quarantine.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        JobBar job = new JobBar("intake-job", watch, texts);
        HBox.setHgrow(job, Priority.ALWAYS);
        VBox said = new VBox(message, quarantine);
        said.getStyleClass().add("intake-said");
        said.setAlignment(Pos.CENTER_LEFT);
        said.visibleProperty().bind(job.visibleProperty().not());
        said.managedProperty().bind(said.visibleProperty());
        HBox.setHgrow(said, Priority.ALWAYS);
        again.setId("intake-again");
        again.textProperty().bind(texts.bind("intake.again"));
        again.setMinWidth(USE_PREF_SIZE);
        store.setId("intake-store");
        store.getStyleClass().add("accent");
        store.setMinWidth(USE_PREF_SIZE);
        store.setDefaultButton(true);
        HBox foot = new HBox(job, said, again, store);
        foot.getStyleClass().add("intake-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void write() {
        IntakeModel.Stage stage = model.stage().get();
        message.setText(messageText(stage));
        boolean again = switch (stage) {
            case LOOK_CANCELLED, LOOK_FAILED, IMPORT_CANCELLED, IMPORT_FAILED -> true;
            case CLOSED, LOOKING, UNCLEAR, LOOKED, IMPORTING, DONE -> false;
        };
        this.again.setVisible(again);
        this.again.setManaged(again);
        store.setText(stage.isOver() ? texts.get("intake.done") : texts.get("intake.store"));
        store.setDisable(!stage.isOver() && (stage != IntakeModel.Stage.LOOKED || !hasBars()));
        String place = model.report().get().map(ImportReport::quarantineFile).orElse("");
        quarantine.setText(place.isEmpty() ? "" : texts.get("intake.quarantine", place));
        quarantine.setVisible(!place.isEmpty());
        quarantine.setManaged(!place.isEmpty());
    }

    private boolean hasBars() {
        return model.report().get().filter(report -> report.bars() > 0).isPresent();
    }

    private String messageText(IntakeModel.Stage stage) {
        return switch (stage) {
            case CLOSED, LOOKING, IMPORTING -> "";
            case UNCLEAR -> texts.get("intake.unclear");
            case LOOKED ->
                texts.get(
                        hasBars()
                                ? changesNothing() ? "intake.looked.same" : "intake.looked"
                                : "intake.looked.nothing");
            case LOOK_CANCELLED -> texts.get("intake.look-cancelled");
            case LOOK_FAILED -> texts.get("intake.look-failed", model.problem().get());
            case DONE -> doneText();
            case IMPORT_CANCELLED -> texts.get("intake.import-cancelled");
            case IMPORT_FAILED ->
                texts.get("intake.import-failed", model.problem().get());
        };
    }

    private boolean changesNothing() {
        return model.report()
                .get()
                .filter(report -> report.added() + report.changed() == 0)
                .isPresent();
    }

    private String doneText() {
        ImportReport report = model.report().get().orElseThrow();
        String done = texts.get(
                "intake.stored",
                report.added(),
                texts.figures().count(report.added()),
                texts.figures().count(report.changed()),
                texts.figures().count(report.bars() - report.added() - report.changed()));
        List<FileImport> unread = report.files().stream()
                .filter(file -> file.problem().isPresent())
                .toList();
        return unread.isEmpty()
                ? done
                : done + " "
                        + texts.get(
                                "intake.stored.unread",
                                (long) unread.size(),
                                texts.figures().count(unread.size()));
    }

    private BooleanBinding isAt(IntakeModel.Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage().get() == stage, model.stage());
    }
}
