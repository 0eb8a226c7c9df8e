package io.sextant.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.testing.FakeKeyDesk;
import io.sextant.ui.testing.TestDesk;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class KeysViewTest {

    private static final String PASSPHRASE = "correct horse battery";

    private Stage stage;
    private KeysController controller;

    @Start
    void keep(Stage primary) {
        stage = primary;
    }

    private void show(FxRobot robot, FakeKeyDesk desk, Language language) {
        robot.interact(() -> {
            Texts texts = new Texts(language, TestDesk.ZONE);
            controller = new KeysController(desk, texts);
            stage.setScene(new Scene(
                    (Parent) new KeysView(texts, controller, Map.of("binance", "Binance")).view(), 560, 700));
            stage.show();
            controller.refresh();
        });
        settle();
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> !controller.model().busyProperty().get());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
        settle();
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
    }

    private static String message(FxRobot robot) {
        return robot.lookup("#keys-message").queryAs(Label.class).getText();
    }

    @Test
    void keepsAKeyThroughItsWholeLifeAndShowsNoSecret(FxRobot robot) {
        FakeKeyDesk desk = new FakeKeyDesk(KeyDesk.State.NONE, "");
        show(robot, desk, Language.ENGLISH);
        type(robot, "#keys-new", PASSPHRASE);
        type(robot, "#keys-again", "something else");
        press(robot, "#keys-make");
        assertThat(message(robot)).contains("differ");
        type(robot, "#keys-new", "short");
        type(robot, "#keys-again", "short");
        press(robot, "#keys-make");
        assertThat(message(robot)).contains("at least 10 characters");
        type(robot, "#keys-new", PASSPHRASE);
        type(robot, "#keys-again", PASSPHRASE);
        press(robot, "#keys-make");

        press(robot, "#keys-add");
        type(robot, "#key-name", "main");
        type(robot, "#key-api-key", "canary-of-a-key-wxyz");
        type(robot, "#key-api-secret", "canary-of-a-secret");
        Set<PasswordField> fields = Set.of(
                robot.lookup("#key-api-key").queryAs(PasswordField.class),
                robot.lookup("#key-api-secret").queryAs(PasswordField.class));
        press(robot, "#key-keep");
        assertThat(fields).allSatisfy(field -> assertThat(field.getText()).isEmpty());
        assertThat(message(robot)).contains("binance/main", "cannot withdraw").doesNotContain("canary");
        assertThat(robot.lookup("#keys-list .label").queryAllAs(Label.class).stream()
                        .map(Label::getText))
                .anyMatch(text -> text.equals("Binance · main"))
                .anyMatch(text -> text.contains("…wxyz") && text.contains("real money"))
                .noneMatch(text -> text.contains("canary"));

        press(robot, "#keys-change");
        type(robot, "#keys-old", "not it");
        type(robot, "#keys-new", "another passphrase");
        type(robot, "#keys-again", "another passphrase");
        press(robot, "#keys-change-now");
        assertThat(message(robot)).contains("not the vault’s passphrase");

        press(robot, "#keys-remove-binance-main");
        assertThat(desk.list()).as("one press removes nothing").hasSize(1);
        press(robot, "#keys-remove-binance-main");
        assertThat(desk.list()).isEmpty();
        assertThat(message(robot)).contains("still works until you revoke it");

        press(robot, "#keys-lock");
        assertThat(desk.state()).isEqualTo(KeyDesk.State.LOCKED);
        press(robot, "#keys-by-keyring");
        assertThat(desk.state()).isEqualTo(KeyDesk.State.OPEN);
    }

    @Test
    void aKeyThatCanWithdrawIsRefusedWithItsSentence(FxRobot robot) {
        FakeKeyDesk desk = new FakeKeyDesk(KeyDesk.State.OPEN, PASSPHRASE);
        desk.venueSays(WithdrawalRight.GRANTED);
        show(robot, desk, Language.FRENCH);
        press(robot, "#keys-add");
        type(robot, "#key-name", "not a name!");
        press(robot, "#key-keep");
        assertThat(robot.lookup("#key-problem").queryAs(Label.class).getText()).startsWith("Un nom se compose");
        robot.interact(() -> robot.lookup("#key-name").queryAs(TextField.class).setText("main"));
        type(robot, "#key-api-key", "canary-of-a-key-wxyz");
        type(robot, "#key-api-secret", "canary-of-a-secret");
        press(robot, "#key-keep");
        assertThat(message(robot)).contains("peut retirer des fonds\u202f; elle n’a donc pas été gardée");
        assertThat(desk.list()).isEmpty();
    }

    @Test
    void wrongPassphraseDamageAndTamperingHaveTheirOwnSentences(FxRobot robot) {
        for (Language language : Language.values()) {
            FakeKeyDesk desk = new FakeKeyDesk(KeyDesk.State.LOCKED, PASSPHRASE);
            show(robot, desk, language);
            Set<String> sentences = new HashSet<>();
            for (VaultTrouble trouble :
                    Set.of(VaultTrouble.WRONG_PASSPHRASE, VaultTrouble.DAMAGED, VaultTrouble.TAMPERED)) {
                desk.trouble(trouble);
                type(robot, "#keys-passphrase", "not it, I fear");
                press(robot, "#keys-unlock");
                sentences.add(message(robot));
                assertThat(robot.lookup("#keys-passphrase")
                                .queryAs(PasswordField.class)
                                .getText())
                        .isEmpty();
            }
            assertThat(sentences).hasSize(3);
            type(robot, "#keys-passphrase", PASSPHRASE);
            press(robot, "#keys-unlock");
            assertThat(desk.state()).isEqualTo(KeyDesk.State.OPEN);
        }
    }
}
