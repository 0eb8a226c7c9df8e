package io.sextant.ui.servers;

import io.sextant.ui.link.SavedServer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The servers as they are kept, and what came of the last thing that was asked for. */
final class ServersModel {

    private final ObservableList<SavedServer> servers = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty failed = new SimpleBooleanProperty();
    private final StringProperty message = new SimpleStringProperty("");
    private final BooleanProperty vaultWanted = new SimpleBooleanProperty();

    ObservableList<SavedServer> servers() {
        return servers;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    BooleanProperty failedProperty() {
        return failed;
    }

    StringProperty messageProperty() {
        return message;
    }

    /** The vault has to be opened, or made, before what was asked for can be done. */
    BooleanProperty vaultWantedProperty() {
        return vaultWanted;
    }

    void say(boolean wrong, String sentence) {
        failed.set(wrong);
        message.set(sentence);
    }
}
