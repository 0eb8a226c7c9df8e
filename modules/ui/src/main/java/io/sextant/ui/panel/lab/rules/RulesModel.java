package io.sextant.ui.panel.lab.rules;

import io.sextant.domain.rules.RuleCheck;
import io.sextant.domain.rules.RuleLine;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleSheet.Side;
import io.sextant.domain.rules.RuleTrouble;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rules that are written, every step back to where they were opened, and what is wrong with them now. */
public final class RulesModel {

    /** So many steps can be taken back. */
    private static final int MOST_STEPS = 200;

    /** A group in a group in a group: deeper ones a file cannot hold. */
    static final int DEEPEST = 3;

    /** The conditions that a list of lines belongs to. */
    enum Where {
        LONG_ENTER("long.enter"),
        LONG_LEAVE("long.leave"),
        SHORT_ENTER("short.enter"),
        SHORT_LEAVE("short.leave");

        final String place;

        Where(String place) {
            this.place = place;
        }
    }

    private final ReadOnlyObjectWrapper<RuleSheet> sheet = new ReadOnlyObjectWrapper<>(RuleSheet.EMPTY);
    private final Deque<RuleSheet> before = new ArrayDeque<>();
    private String typedLast = "";
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();

    /** The file that is open, by its name, and what stands in it; empty for new rules. */
    final ObjectProperty<Optional<String>> file = new SimpleObjectProperty<>(Optional.empty());

    Optional<String> savedText = Optional.empty();
    final ObservableList<String> files = FXCollections.observableArrayList();
    final ObjectProperty<RuleCheck> check = new SimpleObjectProperty<>(new RuleCheck("", List.of()));
    /** What came of the last opening or saving; empty for nothing to say. */
    final StringProperty notice = new SimpleStringProperty("");
    /** Whether the notice tells of something that did not go through. */
    final BooleanProperty refused = new SimpleBooleanProperty();
    /** Steps up where the form is another one as a whole, and its fields are made anew. */
    final ObjectProperty<Integer> shape = new SimpleObjectProperty<>(0);

    ReadOnlyObjectProperty<RuleSheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    RuleSheet now() {
        return sheet.get();
    }

    /** Something was typed or chosen in a field, which shows it already; letter upon letter in one field is one step. */
    void typed(String field, UnaryOperator<RuleSheet> edit) {
        RuleSheet next = edit.apply(now());
        if (!next.equals(now())) {
            if (field.isEmpty() || !field.equals(typedLast)) {
                remember();
            }
            typedLast = field;
            notice.set("");
            sheet.set(next);
        }
    }

    /** Lines came or went. */
    void reshaped(UnaryOperator<RuleSheet> edit) {
        typed("", edit);
        shape.set(shape.get() + 1);
    }

    /** The lines of one side, whichever way they changed. */
    void put(Where where, List<RuleLine> lines, String typedIn) {
        if (typedIn.isEmpty()) {
            reshaped(now -> with(now, where, lines));
        } else {
            typed(typedIn, now -> with(now, where, lines));
        }
    }

    private void remember() {
        before.push(now());
        if (before.size() > MOST_STEPS) {
            before.removeLast();
        }
        canUndo.set(true);
    }

    void undo() {
        if (!before.isEmpty()) {
            typedLast = "";
            sheet.set(before.pop());
            canUndo.set(!before.isEmpty());
            notice.set("");
            shape.set(shape.get() + 1);
        }
    }

    /** Other rules altogether; nothing is taken back beyond. */
    void open(Optional<String> from, Optional<String> text, RuleSheet opened) {
        before.clear();
        typedLast = "";
        canUndo.set(false);
        file.set(from);
        savedText = text;
        sheet.set(opened);
        shape.set(shape.get() + 1);
    }

    List<RuleLine> lines(Where where) {
        return switch (where) {
            case LONG_ENTER -> now().longs().enter();
            case LONG_LEAVE -> now().longs().leave();
            case SHORT_ENTER -> now().shorts().enter();
            case SHORT_LEAVE -> now().shorts().leave();
        };
    }

    static RuleSheet with(RuleSheet of, Where where, List<RuleLine> lines) {
        return switch (where) {
            case LONG_ENTER -> with(of, new Side(lines, of.longs().leave()), of.shorts());
            case LONG_LEAVE -> with(of, new Side(of.longs().enter(), lines), of.shorts());
            case SHORT_ENTER -> with(of, of.longs(), new Side(lines, of.shorts().leave()));
            case SHORT_LEAVE -> with(of, of.longs(), new Side(of.shorts().enter(), lines));
        };
    }

    private static RuleSheet with(RuleSheet of, Side longs, Side shorts) {
        return new RuleSheet(
                of.name(), of.about(), of.settings(), longs, shorts, of.size(), of.exits(), of.warmUpBars());
    }

    List<RuleTrouble> troublesAt(String place) {
        return check.get().troubles().stream()
                .filter(one -> one.place().equals(place))
                .toList();
    }

    boolean canSave() {
        return check.get().troubles().isEmpty();
    }

    /** Whether something would be lost by opening other rules. */
    boolean hasUnsaved() {
        return !now().equals(RuleSheet.EMPTY)
                && !savedText.equals(Optional.of(check.get().text()));
    }

    /** Where they go: where they came from, or a file of their name. */
    String target() {
        return file.get().orElse(now().name().strip() + ".yaml");
    }
}
