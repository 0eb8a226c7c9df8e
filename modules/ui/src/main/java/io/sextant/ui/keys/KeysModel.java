package io.sextant.ui.keys;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is shown of a vault. Holds no secret. */
public final class KeysModel {

    private final ObjectProperty<KeyDesk.State> state = new SimpleObjectProperty<>(this, "state", KeyDesk.State.LOCKED);
    private final BooleanProperty keyring = new SimpleBooleanProperty(this, "keyring");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private final BooleanProperty failed = new SimpleBooleanProperty(this, "failed");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final ObservableList<KeyEntry> entries = FXCollections.observableArrayList();

    public ObjectProperty<KeyDesk.State> stateProperty() {
        return state;
    }

    /** Whether this system has a keyring that could be asked. */
    public BooleanProperty keyringProperty() {
        return keyring;
    }

    /** While the vault or a venue is being asked. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Whether {@link #messageProperty()} tells of something that was not done. */
    public BooleanProperty failedProperty() {
        return failed;
    }

    public StringProperty messageProperty() {
        return message;
    }

    public ObservableList<KeyEntry> entries() {
        return entries;
    }
}
