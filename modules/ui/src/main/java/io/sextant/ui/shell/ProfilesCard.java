package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks which profile to go on with: one of those there are, or a new one. */
final class ProfilesCard {

    private static final double CARD_WIDTH = 460;
    private static final double LIST_HEIGHT = 280;

    private final Texts texts;
    private final Overlay overlay;
    private final ProfileMenu profiles;
    private final ToggleGroup choices = new ToggleGroup();
    private final RadioButton another = new RadioButton();
    private final TextField name = new TextField();

    ProfilesCard(Texts texts, Overlay overlay, ProfileMenu profiles) {
        this.texts = texts;
        this.overlay = overlay;
        this.profiles = profiles;
    }

    void show() {
        Label title = new Label(texts.get("shell.profile.title"));
        title.getStyleClass().add("card-title");
        Label text = new Label(texts.get("shell.profile.text"));
        text.setWrapText(true);
        VBox list = new VBox(8);
        list.getChildren().add(choice(ProfileMenu.USUAL));
        profiles.names().forEach(one -> list.getChildren().add(choice(one)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST_HEIGHT);
        scroll.setFocusTraversable(false);
        another.setText(texts.get("shell.profile.new"));
        another.setToggleGroup(choices);
        another.setMinWidth(Region.USE_PREF_SIZE);
        name.setId("profile-name");
        name.setPromptText(texts.get("shell.profile.new.prompt"));
        name.textProperty().addListener((property, before, now) -> another.setSelected(true));
        HBox fresh = new HBox(8, another, name);
        fresh.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button(texts.get("shell.profile.open"));
        open.setId("profile-open");
        open.setDefaultButton(true);
        open.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !canOpen(), choices.selectedToggleProperty(), name.textProperty()));
        open.setOnAction(done -> {
            String wanted = chosen();
            overlay.close();
            profiles.open().accept(wanted);
        });
        Button cancel = new Button(texts.get("shell.profile.cancel"));
        cancel.setOnAction(done -> overlay.close());
        HBox buttons = new HBox(cancel, open);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, text, scroll, fresh, buttons);
        card.setId("profiles-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, (RadioButton) choices.getSelectedToggle(), () -> {});
    }

    private RadioButton choice(String profile) {
        boolean isCurrent = profile.equals(profiles.current());
        String called = profile.equals(ProfileMenu.USUAL) ? texts.get("shell.profile.usual") : profile;
        RadioButton choice = new RadioButton(isCurrent ? texts.get("shell.profile.current", called) : called);
        choice.setId("profile-" + (profile.equals(ProfileMenu.USUAL) ? "usual" : profile));
        choice.setUserData(profile);
        choice.setToggleGroup(choices);
        choice.setSelected(isCurrent);
        return choice;
    }

    private String chosen() {
        return choices.getSelectedToggle() == another
                ? name.getText().strip()
                : (String) choices.getSelectedToggle().getUserData();
    }

    private boolean canOpen() {
        String wanted = chosen();
        return !wanted.equals(profiles.current())
                && (choices.getSelectedToggle() != another
                        || profiles.mayBeCalled().test(wanted));
    }
}
