package io.sextant.ui.panel.chart.drawing;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.Subscription;
import io.sextant.ui.chart.drawing.DrawingBook;
import io.sextant.ui.chart.drawing.DrawingText;
import io.sextant.ui.shell.DeskContext;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the drawings of each instrument in the settings of the desk. All charts that show an instrument show the same drawings: who
 * changes one tells the others.
 */
public final class DrawingStore {

    /** The drawings of an instrument were changed by {@code sender}. */
    private record DrawingsChanged(InstrumentId instrument, DrawingStore sender) {}

    private static final String PREFIX = "ui.chart.drawings.";

    private final DeskContext context;
    private final Consumer<DrawingBook> listener;
    private Optional<InstrumentId> instrument = Optional.empty();
    private @Nullable Subscription others;
    private String written = "";

    /** {@code listener} gets the book to show. */
    public DrawingStore(DeskContext context, Consumer<DrawingBook> listener) {
        this.context = context;
        this.listener = listener;
    }

    public void show(Optional<InstrumentId> shown) {
        instrument = shown;
        load();
        if (others == null) {
            others = context.signals().on(DrawingsChanged.class, this::changedElsewhere);
        }
    }

    public void stop() {
        if (others != null) {
            others.close();
            others = null;
        }
    }

    private void load() {
        String text = instrument
                .flatMap(id -> context.settings().find(PREFIX + id.symbol()))
                .orElse("");
        written = text;
        DrawingBook book = new DrawingBook(DrawingText.read(text));
        book.addListener(() -> save(book));
        listener.accept(book);
    }

    private void save(DrawingBook book) {
        String text = DrawingText.write(book.drawings());
        instrument.filter(shown -> !text.equals(written)).ifPresent(shown -> {
            written = text;
            context.settings().put(PREFIX + shown.symbol(), text);
            context.signals().send(new DrawingsChanged(shown, this));
        });
    }

    private void changedElsewhere(DrawingsChanged change) {
        if (change.sender() != this && instrument.equals(Optional.of(change.instrument()))) {
            load();
        }
    }
}
