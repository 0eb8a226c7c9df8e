package io.sextant.ui.panel.journal;

import io.sextant.analytics.sentiment.Sentiment.Tone;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.HeadlineTone;
import java.util.Locale;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** An icon for how much it matters, the time, and the sentence, which wraps. */
final class JournalCell extends ListCell<Event> {

    private static final double SCROLL_BAR_WIDTH = 14;
    private static final double TOOLTIP_WIDTH = 420;

    private final Texts texts;
    private final Function<Event, String> sentence;
    private final HeadlineTone tones;
    private final FontIcon icon = new FontIcon(MaterialDesignI.INFORMATION_OUTLINE);
    private final Label time = new Label();
    private final Label words = new Label();
    private final Label tone = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox line = new HBox(icon, time, words, tone);

    JournalCell(Texts texts, Function<Event, String> sentence, HeadlineTone tones) {
        this.texts = texts;
        this.sentence = sentence;
        this.tones = tones;
        getStyleClass().add("journal-cell");
        line.getStyleClass().add("journal-line");
        line.setAlignment(Pos.TOP_LEFT);
        time.getStyleClass().add("time");
        time.setMinWidth(USE_PREF_SIZE);
        tone.getStyleClass().add("tone");
        tone.setMinWidth(USE_PREF_SIZE);
        tone.managedProperty().bind(tone.visibleProperty());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        HBox.setHgrow(words, Priority.ALWAYS);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // A cell as wide as the list and not wider: so the sentence wraps instead of running out of sight.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Event event, boolean empty) {
        super.updateItem(event, empty);
        if (empty || event == null) {
            setGraphic(null);
            setText(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        Severity severity = Severity.of(event);
        icon.setIconCode(icon(event, severity));
        for (Severity each : Severity.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == severity);
        }
        time.setText(texts.figures().time(event.timeNanos()));
        words.setText(sentence.apply(event));
        String place = texts.get(
                "journal.whole",
                texts.figures().dateTime(event.timeNanos()),
                texts.figures().zoneName(event.timeNanos()),
                texts.figures().count(event.position()));
        setText(words.getText());
        if (event instanceof HeadlinePublished published) {
            showTone(published, place);
        } else {
            tone.setVisible(false);
            whole.setText(place);
            setAccessibleText(words.getText());
        }
        setTooltip(whole);
        setGraphic(line);
    }

    /** The word is never shown without what it is worth: under the mouse, and to those who listen. */
    private void showTone(HeadlinePublished published, String place) {
        Tone read = tones.of(published.headline());
        for (Tone each : Tone.values()) {
            tone.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == read);
        }
        tone.setText(tones.word(published.headline()));
        tone.setVisible(true);
        String explanation = tones.explanation(published.headline());
        whole.setText(place + "\n" + tone.getText() + ". " + explanation);
        setAccessibleText(words.getText() + ". " + tone.getText() + ". " + explanation);
    }

    /** As high as the sentence is when it wraps in the width of the list, which a cell is not told. */
    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty() || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double forWords = getListView().getWidth()
                - SCROLL_BAR_WIDTH
                - snappedLeftInset()
                - snappedRightInset()
                - icon.prefWidth(-1)
                - time.prefWidth(-1)
                - (tone.isVisible() ? tone.prefWidth(-1) + line.getSpacing() : 0)
                - 2 * line.getSpacing();
        return snappedTopInset() + snappedBottomInset() + Math.ceil(words.prefHeight(Math.max(80, forWords)));
    }

    private static Ikon icon(Event event, Severity severity) {
        return switch (severity) {
            case ALARM -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case GOOD -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case INFO ->
                switch (EntryKind.of(event)) {
                    case MARKET -> MaterialDesignC.CHART_BELL_CURVE;
                    case NEWS -> MaterialDesignN.NEWSPAPER_VARIANT_OUTLINE;
                    case ORDERS -> MaterialDesignS.SWAP_HORIZONTAL;
                    case FORECASTS -> MaterialDesignC.CHART_TIMELINE_VARIANT;
                    case ALERTS -> MaterialDesignB.BELL_OUTLINE;
                    case FILLS, RISK, SYSTEM, BACKGROUND -> MaterialDesignI.INFORMATION_OUTLINE;
                };
        };
    }
}
