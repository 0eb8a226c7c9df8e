package io.sextant.ui.life;

import io.sextant.ui.life.LifeLine.Weight;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The time, the record of the journal, and the sentence, which wraps. */
final class LifeCell extends ListCell<LifeLine> {

    private static final double SCROLL_BAR_WIDTH = 16;
    private static final double SENTENCE_MIN_WIDTH = 80;
    /** Of the topics of a passport, so that all sentences begin below each other. */
    private static final double TOPIC_WIDTH = 96;

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");

    private final FontIcon icon = new FontIcon(MaterialDesignC.CIRCLE_SMALL);
    private final Label time = new Label();
    private final Label record = new Label();
    private final Label sentence = new Label();
    private final HBox line = new HBox(icon, time, record, sentence);

    LifeCell() {
        getStyleClass().add("journal-cell");
        line.getStyleClass().add("journal-line");
        line.setAlignment(Pos.TOP_LEFT);
        for (Label label : new Label[] {time, record}) {
            label.getStyleClass().add("time");
            label.setMinWidth(USE_PREF_SIZE);
        }
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // A cell as wide as the list and not wider: so the sentence wraps instead of running out of sight.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(LifeLine shown, boolean empty) {
        super.updateItem(shown, empty);
        boolean nothing = empty || shown == null;
        pseudoClassStateChanged(GOOD, !nothing && shown.weight() == Weight.GOOD);
        pseudoClassStateChanged(ALARM, !nothing && shown.weight() == Weight.ALARM);
        if (nothing) {
            setGraphic(null);
            setText(null);
            return;
        }
        icon.setIconCode(
                switch (shown.weight()) {
                    case PLAIN -> MaterialDesignC.CIRCLE_SMALL;
                    case GOOD -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                    case ALARM -> MaterialDesignA.ALERT_OUTLINE;
                });
        boolean topic = shown.record().isEmpty();
        time.setMinWidth(topic ? TOPIC_WIDTH : USE_PREF_SIZE);
        record.setManaged(!topic);
        time.setText(shown.time());
        record.setText(shown.record());
        sentence.setText(shown.sentence());
        setText(shown.text());
        setGraphic(line);
    }

    /** As high as the sentence is when it wraps in the width of the list, which a cell is not told. */
    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty() || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double forSentence = getListView().getWidth()
                - SCROLL_BAR_WIDTH
                - snappedLeftInset()
                - snappedRightInset()
                - icon.prefWidth(-1)
                - Math.max(time.prefWidth(-1), time.getMinWidth())
                - (record.isManaged() ? record.prefWidth(-1) + line.getSpacing() : 0)
                - 2 * line.getSpacing();
        return snappedTopInset()
                + snappedBottomInset()
                + Math.ceil(sentence.prefHeight(Math.max(SENTENCE_MIN_WIDTH, forSentence)));
    }
}
