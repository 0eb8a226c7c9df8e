package io.sextant.ui.panel.schedules;

import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.schedule.ScheduledWork;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.JobBar;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.ScheduleWords;
import io.sextant.ui.parts.Tone;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The chosen schedule whole: what it does, how its newest run went or how far it is, and the question before it goes. */
final class ScheduleDetail extends VBox {

    private final SchedulesModel model;
    private final ScheduleWords words;
    private final Texts texts;
    private final Button forget = new Button();
    private final Button stay = new Button();

    ScheduleDetail(SchedulesModel model, ScheduleWords words, JobWatch watch, Texts texts) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        setId("schedules-detail");
        getStyleClass().add("schedule-detail");
        Label plan = line("schedules-plan", this::plan);
        plan.getStyleClass().add("block-title");
        Label result = line("schedules-result", words::result);
        model.chosen()
                .addListener((property, before, now) ->
                        now.map(ScheduleWords::tone).orElse(Tone.PLAIN).applyTo(result));
        Label course = line(
                "schedules-course", entry -> entry.last().map(words::course).orElse(""));
        course.getStyleClass().add("muted");
        JobBar job = new JobBar("schedules-job", watch, texts);
        job.setMaxWidth(460);
        BooleanBinding asking =
                Bindings.createBooleanBinding(() -> model.leaving().get().isPresent(), model.leaving());
        HBox question = question();
        show(question, asking);
        getChildren().addAll(plan, result, course, job, question);
        show(this, Bindings.createBooleanBinding(() -> model.chosen().get().isPresent(), model.chosen()));
    }

    /** Says yes to the question. */
    Button forget() {
        return forget;
    }

    /** Says no to the question. */
    Button stay() {
        return stay;
    }

    private HBox question() {
        Label asked = new Label();
        asked.setId("schedules-question");
        asked.setWrapText(true);
        asked.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.leaving()
                                .get()
                                .map(name -> texts.get("schedules.forget.question", name))
                                .orElse(""),
                        model.leaving(),
                        texts.figuresProperty()));
        prepare(forget, "forget");
        forget.getStyleClass().add("danger");
        prepare(stay, "stay");
        HBox question = new HBox(asked, new FlowPane(stay, forget));
        question.getStyleClass().add("plan-line");
        question.setAlignment(Pos.CENTER_LEFT);
        return question;
    }

    private void prepare(Button button, String name) {
        button.setId("schedules-" + name);
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("schedules." + name));
    }

    private Label line(String id, Function<ScheduleBook.Entry, String> text) {
        Label line = new Label();
        line.setId(id);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.chosen().get().map(text).orElse(""), model.chosen(), texts.figuresProperty()));
        show(line, line.textProperty().isNotEmpty());
        return line;
    }

    private String plan(ScheduleBook.Entry entry) {
        return texts.get(
                "schedules.plan.line",
                entry.schedule().name(),
                whole(entry),
                words.when(entry.schedule().cadence()));
    }

    /** The places themselves: the list shows only their last names. */
    private String whole(ScheduleBook.Entry entry) {
        return switch (entry.schedule().work()) {
            case ScheduledWork.Import(List<String> files) ->
                texts.get("schedules.what.import", String.join(", ", files));
            case ScheduledWork.BackFill filling -> words.whole(filling);
            case ScheduledWork.Macro macro -> words.what(macro);
            case ScheduledWork.Quality quality -> words.what(quality);
        };
    }

    private static void show(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
