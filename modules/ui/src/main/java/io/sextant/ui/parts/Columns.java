package io.sextant.ui.parts;

import io.sextant.ui.i18n.Texts;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Makes the columns of a table of {@code T}: words to the left, figures to the right under a title to the right. */
public final class Columns<T> {

    private final Texts texts;

    public Columns(Texts texts) {
        this.texts = texts;
    }

    /** Words, sorted as they read. {@code titleKey} is also the column's id. */
    public TableColumn<LiveRow<T>, T> words(String titleKey, double width, Function<T, String> words) {
        return words(titleKey, width, words, value -> Tone.PLAIN);
    }

    public TableColumn<LiveRow<T>, T> words(
            String titleKey, double width, Function<T, String> words, Function<T, Tone> tone) {
        TableColumn<LiveRow<T>, T> column = column(titleKey, width, words, tone);
        column.setComparator(Comparator.comparing(words, String.CASE_INSENSITIVE_ORDER));
        return column;
    }

    /** Times, sorted as they passed. */
    public TableColumn<LiveRow<T>, T> times(
            String titleKey, double width, ToLongFunction<T> nanos, LongFunction<String> written) {
        TableColumn<LiveRow<T>, T> column =
                column(titleKey, width, value -> written.apply(nanos.applyAsLong(value)), value -> Tone.PLAIN);
        column.setComparator(Comparator.comparingLong(nanos));
        return column;
    }

    /** Figures, sorted by their worth. */
    public TableColumn<LiveRow<T>, T> figures(
            String titleKey, double width, Function<T, String> figure, Comparator<? super T> order) {
        return figures(titleKey, width, figure, order, value -> Tone.PLAIN);
    }

    public TableColumn<LiveRow<T>, T> figures(
            String titleKey,
            double width,
            Function<T, String> figure,
            Comparator<? super T> order,
            Function<T, Tone> tone) {
        TableColumn<LiveRow<T>, T> column = column(titleKey, width, figure, tone);
        column.getStyleClass().add("figure-column");
        column.setComparator(order::compare);
        return column;
    }

    private TableColumn<LiveRow<T>, T> column(
            String titleKey, double width, Function<T, String> text, Function<T, Tone> tone) {
        TableColumn<LiveRow<T>, T> column = new TableColumn<>();
        column.setId(titleKey);
        column.textProperty().bind(texts.bind(titleKey));
        column.setPrefWidth(width);
        column.setReorderable(true);
        column.setCellValueFactory(row -> row.getValue().value());
        column.setCellFactory(unused -> new TextCell<>(text, tone));
        return column;
    }

    private static final class TextCell<T> extends TableCell<LiveRow<T>, T> {

        private final Function<T, String> text;
        private final Function<T, Tone> tone;

        TextCell(Function<T, String> text, Function<T, Tone> tone) {
            this.text = text;
            this.tone = tone;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            boolean blank = empty || value == null;
            setText(blank ? "" : text.apply(value));
            (blank ? Tone.PLAIN : tone.apply(value)).applyTo(this);
        }
    }
}
