package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Briefed;
import io.sextant.ui.assistant.AssistantNews.Drafted;
import io.sextant.ui.assistant.AssistantNews.Fetching;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.ui.assistant.AssistantNews.Recommended;
import io.sextant.ui.assistant.AssistantNews.Standing;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.assistant.AssistantWishes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A conversation as it is shown. */
final class AssistantModel {

    /** What is further back is in the journal, where it changed anything. */
    static final int LINES_MAX = 300;

    private static final int TYPED_MAX = 100;
    private static final Standing NOTHING_KNOWN = new Standing(List.of(), ModelState.NONE, "", false, "", List.of());

    final ObservableList<Line> lines = FXCollections.observableArrayList();
    final ObjectProperty<Optional<Drafted>> draft = new SimpleObjectProperty<>(Optional.empty());
    final DoubleProperty secondsLeft = new SimpleDoubleProperty();
    /** The yes was given and its answer is awaited. */
    final BooleanProperty confirming = new SimpleBooleanProperty();

    /** The draft is in sight for long enough to be read. */
    final BooleanProperty readable = new SimpleBooleanProperty();

    final BooleanProperty listening = new SimpleBooleanProperty();
    /** The word that the open microphone waits for, empty while it is closed. */
    final StringProperty standingBy = new SimpleStringProperty("");

    final ObservableList<String> wakeWords = FXCollections.observableArrayList();
    final StringProperty heard = new SimpleStringProperty("");
    final DoubleProperty level = new SimpleDoubleProperty();
    final ObjectProperty<Standing> standing = new SimpleObjectProperty<>(NOTHING_KNOWN);
    final ObjectProperty<Optional<Fetching>> fetching = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Recommended>> recommended = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Briefed>> briefed = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<AssistantWishes> wishes;

    private final List<String> typed = new ArrayList<>();
    private int place;

    AssistantModel(AssistantWishes wishes) {
        this.wishes = new SimpleObjectProperty<>(wishes);
    }

    /** What is shown by itself; what goes to other panels is the controller's. */
    void take(AssistantNews news) {
        switch (news) {
            case Line line -> add(line);
            case Drafted opened -> {
                confirming.set(false);
                readable.set(false);
                secondsLeft.set(opened.lifeMillis() / 1_000.0);
                draft.set(Optional.of(opened));
            }
            case AssistantNews.DraftEnded(long id) ->
                draft.get().filter(open -> open.id() == id).ifPresent(open -> {
                    draft.set(Optional.empty());
                    confirming.set(false);
                });
            case AssistantNews.DraftWaits(long id) ->
                draft.get().filter(open -> open.id() == id).ifPresent(open -> confirming.set(false));
            case AssistantNews.Listening(boolean on) -> {
                listening.set(on);
                heard.set("");
                level.set(0);
            }
            case AssistantNews.Live(String text, double loud) -> {
                heard.set(text);
                level.set(loud);
            }
            case AssistantNews.StandingBy(String word) -> {
                standingBy.set(word);
                level.set(0);
            }
            case AssistantNews.Level(double loud) -> level.set(loud);
            case AssistantNews.WakeWords(List<String> words) -> wakeWords.setAll(words);
            case Standing known -> standing.set(known);
            case Fetching far -> fetching.set(Optional.of(far));
            case AssistantNews.FetchEnded() -> fetching.set(Optional.empty());
            case Recommended found -> recommended.set(Optional.of(found));
            case AssistantNews.RecommendedEnded(long id) ->
                recommended.get().filter(open -> open.id() == id).ifPresent(open -> recommended.set(Optional.empty()));
            case Briefed written -> briefed.set(Optional.of(written));
            case AssistantNews.ShowPanel _,
                    AssistantNews.ShowChart _,
                    AssistantNews.ShowTimeframe _,
                    AssistantNews.RunBacktest _ -> {}
        }
    }

    private void add(Line line) {
        lines.add(line);
        if (lines.size() > LINES_MAX) {
            lines.removeFirst();
        }
        if (line.who() == Who.PERSON) {
            typed.remove(line.text());
            typed.add(line.text());
            if (typed.size() > TYPED_MAX) {
                typed.removeFirst();
            }
            place = typed.size();
        }
    }

    /** What was said before that, going back by one, or forward by minus one; empty text past the newest. */
    String said(int back) {
        place = Math.clamp((long) place - back, 0, typed.size());
        return place < typed.size() ? typed.get(place) : "";
    }
}
