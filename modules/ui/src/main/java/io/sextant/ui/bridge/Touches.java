package io.sextant.ui.bridge;

import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;

/** Hears of every key, click, wheel and move of the pointer in any window of this application, floating panels and menus too. */
final class Touches implements AutoCloseable {

    private final EventHandler<InputEvent> heard;
    private final ListChangeListener<Window> opened = this::follow;

    Touches(Runnable touched) {
        heard = event -> touched.run();
    }

    void start() {
        Window.getWindows().forEach(this::add);
        Window.getWindows().addListener(opened);
    }

    private void follow(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::remove);
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(Window window) {
        window.addEventFilter(InputEvent.ANY, heard);
    }

    private void remove(Window window) {
        window.removeEventFilter(InputEvent.ANY, heard);
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(opened);
        Window.getWindows().forEach(this::remove);
    }
}
