package io.sextant.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * One dockable part of the window. Making it must be cheap: {@link #view()} is asked for when it first comes into sight. Between
 * {@link #onShow()} and {@link #onHide()} it can be seen and listens; outside of them it holds no subscription.
 */
public interface Panel {

    /** Stable and unique, see {@link PanelIds}: layouts are remembered by it. */
    String id();

    ObservableValue<String> title();

    Ikon icon();

    /** The same node each time. */
    Node view();

    /** The window has opened. For the few things that must happen whether the panel can be seen or not, such as alerts. */
    default void onOpen() {}

    /** The window closes: ends what {@link #onOpen()} began. */
    default void onClose() {}

    default void onShow() {}

    default void onHide() {}

    /** What somebody began here that is lost with the window, as a sentence to ask with before another desk is opened. */
    default Optional<String> begun() {
        return Optional.empty();
    }

    /** What it adds to the command palette, the shortcuts and their sheet. */
    default List<DeskAction> actions() {
        return List.of();
    }

    /** What a sentence that was typed among the commands would be for it, if it understands sentences. */
    default Optional<DeskAction> findSentence(String typed) {
        return Optional.empty();
    }

    /** Puts the keyboard where work in this panel starts. */
    default void focusFirst() {
        view().requestFocus();
    }
}
