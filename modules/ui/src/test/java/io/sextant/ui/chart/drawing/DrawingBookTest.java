package io.sextant.ui.chart.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawingBookTest {

    private final DrawingBook book = new DrawingBook(List.of());

    @Test
    void everyChangeCanBeUndoneAndDoneAgain() {
        Random random = new Random(5);
        List<List<Drawing>> history = new ArrayList<>();
        history.add(book.drawings());
        for (int i = 0; i < 150; i++) {
            change(random);
            if (!history.getLast().equals(book.drawings())) {
                history.add(book.drawings());
            }
        }
        for (int i = history.size() - 2; i >= 0; i--) {
            assertThat(book.undo()).isTrue();
            assertThat(book.drawings()).isEqualTo(history.get(i));
        }
        assertThat(book.undo()).isFalse();
        for (int i = 1; i < history.size(); i++) {
            assertThat(book.redo()).isTrue();
            assertThat(book.drawings()).isEqualTo(history.get(i));
        }
        assertThat(book.redo()).isFalse();
    }

    @Test
    void aChangeAfterUndoForgetsWhatWasUndone() {
        book.add(DrawingTool.HORIZONTAL_LINE, List.of(new Anchor(1, 2)), "");
        book.undo();
        book.add(DrawingTool.TEXT, List.of(new Anchor(3, 4)), "here");
        assertThat(book.redo()).isFalse();
        assertThat(book.drawings()).hasSize(1);
    }

    @Test
    void choosingGoesRound() {
        for (int i = 0; i < 3; i++) {
            book.add(DrawingTool.HORIZONTAL_LINE, List.of(new Anchor(i, i)), "");
        }
        book.choose(OptionalInt.empty());
        book.chooseNext(1);
        assertThat(book.chosen()).contains(book.drawings().get(0));
        book.chooseNext(-1);
        assertThat(book.chosen()).contains(book.drawings().get(2));
        book.removeChosen();
        assertThat(book.chosen()).isEmpty();
        assertThat(book.drawings()).hasSize(2);
    }

    @Test
    void drawingsAreReadAsTheyWereWritten() {
        for (DrawingTool tool : DrawingTool.values()) {
            List<Anchor> anchors = tool.anchors() == 1
                    ? List.of(new Anchor(1_700_000_000_123_456_789L, 0.1 + 0.2))
                    : List.of(new Anchor(-5, 1e-7), new Anchor(Long.MAX_VALUE, 12_345_678.9));
            book.add(tool, anchors, tool == DrawingTool.TEXT ? "Été \n = 50 % @ l'été" : "");
        }
        assertThat(DrawingText.read(DrawingText.write(book.drawings()))).isEqualTo(book.drawings());
        assertThat(DrawingText.read("1 CIRCLE 0 1@2 \n2 TEXT 0 5@x y\n3 HORIZONTAL_LINE 4 7@8 "))
                .containsExactly(new Drawing(3, DrawingTool.HORIZONTAL_LINE, List.of(new Anchor(7, 8)), "", 4));
        assertThat(DrawingText.read("")).isEmpty();
    }

    private void change(Random random) {
        switch (random.nextInt(4)) {
            case 0, 1 -> book.add(DrawingTool.HORIZONTAL_LINE, List.of(new Anchor(random.nextInt(), 1)), "");
            case 2 -> {
                book.chooseNext(random.nextInt(3));
                book.chosen().ifPresent(drawing -> book.replace(drawing.withAnchor(0, new Anchor(7, 9))));
            }
            default -> book.removeChosen();
        }
    }
}
