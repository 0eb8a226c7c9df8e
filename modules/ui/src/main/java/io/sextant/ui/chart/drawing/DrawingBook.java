package io.sextant.ui.chart.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The drawings of one instrument, which of them is chosen, and the way back through the last changes. */
public final class DrawingBook {

    private static final int STEPS_BACK_MAX = 200;

    private final Deque<List<Drawing>> before = new ArrayDeque<>();
    private final Deque<List<Drawing>> undone = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Drawing> drawings;
    private OptionalInt chosen = OptionalInt.empty();

    public DrawingBook(List<Drawing> drawings) {
        this.drawings = List.copyOf(drawings);
    }

    public List<Drawing> drawings() {
        return drawings;
    }

    public Optional<Drawing> chosen() {
        return drawings.stream()
                .filter(drawing -> chosen.isPresent() && drawing.id() == chosen.getAsInt())
                .findFirst();
    }

    /** Called after every change of a drawing or of the choice. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Adds a drawing, chooses it and returns it. */
    public Drawing add(DrawingTool tool, List<Anchor> anchors, String text) {
        int id = drawings.stream().mapToInt(Drawing::id).max().orElse(0) + 1;
        Drawing added = new Drawing(id, tool, anchors, text, drawings.size());
        List<Drawing> more = new ArrayList<>(drawings);
        more.add(added);
        chosen = OptionalInt.of(id);
        change(more);
        return added;
    }

    /** Puts a drawing in the place of the one with its id. */
    public void replace(Drawing changed) {
        change(drawings.stream()
                .map(drawing -> drawing.id() == changed.id() ? changed : drawing)
                .toList());
    }

    public void removeChosen() {
        chosen().ifPresent(gone -> change(
                drawings.stream().filter(drawing -> !drawing.equals(gone)).toList()));
    }

    public void choose(OptionalInt id) {
        if (!id.equals(chosen)) {
            chosen = id;
            tell();
        }
    }

    /** Chooses the next one, or the one before with {@code steps} below zero; after the last comes the first. */
    public void chooseNext(int steps) {
        if (!drawings.isEmpty()) {
            int now = chosen().map(drawings::indexOf).orElse(steps > 0 ? -1 : 0);
            choose(OptionalInt.of(
                    drawings.get(Math.floorMod(now + steps, drawings.size())).id()));
        }
    }

    public boolean undo() {
        return step(before, undone);
    }

    public boolean redo() {
        return step(undone, before);
    }

    private boolean step(Deque<List<Drawing>> from, Deque<List<Drawing>> to) {
        if (from.isEmpty()) {
            return false;
        }
        to.push(drawings);
        drawings = from.pop();
        tell();
        return true;
    }

    private void change(List<Drawing> now) {
        if (now.equals(drawings)) {
            return;
        }
        before.push(drawings);
        if (before.size() > STEPS_BACK_MAX) {
            before.removeLast();
        }
        undone.clear();
        drawings = List.copyOf(now);
        tell();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
