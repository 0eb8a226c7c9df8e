package io.sextant.ui.shell;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.theme.Themes;
import javafx.beans.property.ObjectProperty;

/**
 * What every panel is given. {@code linkedInstrument} is the instrument that the linked panels show; setting it moves all of
 * them. {@code signals} carries values between panels that do not know each other, {@code desk} opens panels and runs actions.
 */
public record DeskContext(
        EngineBridge engine,
        InstrumentCatalog catalog,
        Texts texts,
        Themes themes,
        Settings settings,
        Toasts toasts,
        Signals signals,
        Desk desk,
        ObjectProperty<InstrumentId> linkedInstrument) {

    /** Whether the engine reads files of another machine than those that can be chosen here; says so if it does. */
    public boolean saysThatFilesAreElsewhere() {
        return engine.linkProperty()
                .get()
                .map(there -> {
                    toasts.show(
                            Toasts.Kind.WARNING,
                            texts.get("link.files.title"),
                            texts.get("link.limit.files", there.server()));
                    return true;
                })
                .orElse(false);
    }

    /** What a panel may ask of the window around it. */
    public interface Desk {

        /** Brings a panel to the front, docking it when it was closed, and gives it the keyboard. */
        void showPanel(String panelId);

        boolean isShowing(String panelId);

        /** Runs an action by its id; one that does not exist is a bug and throws. */
        void run(String actionId);
    }
}
