package io.sextant.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.Secret;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.testing.FakeKeyDesk;
import io.sextant.ui.testing.FakeServers;
import io.sextant.ui.testing.Pictures;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.theme.Themes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The connection dialog, over servers and a vault in memory. */
@ExtendWith(ApplicationExtension.class)
class ServersViewTest {

    private static final String PASSPHRASE = "correct horse battery";

    private final FakeKeyDesk vault = new FakeKeyDesk(KeyDesk.State.OPEN, PASSPHRASE);
    private final FakeServers book = new FakeServers(vault);
    private final List<String> opened = new ArrayList<>();
    private Path nextFile = Path.of("authority.pem");
    private Stage stage;
    private ServersController controller;

    @Start
    void keep(Stage primary) {
        stage = primary;
    }

    private void show(FxRobot robot, Language language, Optional<String> current) {
        robot.interact(() -> {
            Texts texts = new Texts(language, TestDesk.ZONE);
            controller = new ServersController(book, texts, opened::add);
            ServersView view = new ServersView(
                    texts,
                    controller,
                    Optional.of(vault),
                    current,
                    () -> opened.add("here"),
                    (near, title) -> Optional.of(nextFile));
            StackPane card = new StackPane(view.view());
            card.getStyleClass().addAll("card", "dialog-card");
            Scene scene = new Scene(card, 620, 720);
            new Themes(Themes.Shade.DARK).apply(scene);
            stage.setScene(scene);
            stage.show();
            controller.refresh();
        });
        settle();
    }

    @Test
    void aServerIsAddedAfterItsFingerprintWasSeenAndItsPasswordLiesInTheVault(FxRobot robot) {
        show(robot, Language.ENGLISH, Optional.empty());
        press(robot, "#server-add");
        type(robot, "#server-name", "London");
        type(robot, "#server-host", "engine.example.org");
        press(robot, "#server-save");
        assertThat(text(robot, "#server-problem")).startsWith("Choose the authority’s certificate first");

        press(robot, "#server-authority");
        assertThat(text(robot, "#server-fingerprint"))
                .startsWith("SHA-256 0A:F1:0A:F1:")
                .hasSize("SHA-256 ".length() + 32 * 3 - 1 + 1);
        press(robot, "#server-save");
        assertThat(text(robot, "#server-problem")).isEqualTo("Type the user.");
        type(robot, "#server-user", "ada");
        type(robot, "#server-password", FakeServers.PASSWORD);
        Pictures.take(stage, "servers-form-en");
        press(robot, "#server-test");
        assertThat(text(robot, "#servers-message")).isEqualTo("London answers and knows you as ada, who may trade.");
        press(robot, "#server-save");

        assertThat(text(robot, "#servers-message")).isEqualTo("London is kept; its password lies in the vault.");
        assertThat(book.list()).singleElement().satisfies(kept -> {
            assertThat(kept.port()).isEqualTo(SavedServer.USUAL_PORT);
            assertThat(kept.proof()).isEqualTo(new SavedServer.Proof.Password("ada"));
            assertThat(kept.toString()).doesNotContain(FakeServers.PASSWORD);
        });
        assertThat(book.passwords()).containsEntry("London", FakeServers.PASSWORD);
        assertThat(robot.lookup("#server-password").tryQuery()).as("the form").isEmpty();

        press(robot, "#server-connect-London");
        assertThat(opened).containsExactly("London");
    }

    @Test
    void saysInFrenchWhatIsWrong(FxRobot robot) {
        show(robot, Language.FRENCH, Optional.empty());
        press(robot, "#server-add");
        type(robot, "#server-name", "Lo ndon");
        press(robot, "#server-save");
        assertThat(text(robot, "#server-problem")).startsWith("Un nom est fait de lettres");
        type(robot, "#server-name", "London");
        type(robot, "#server-host", "https://engine");
        press(robot, "#server-test");
        assertThat(text(robot, "#server-problem")).startsWith("Un hôte est un nom ou une adresse");
        type(robot, "#server-host", "engine");
        type(robot, "#server-port", "8443x");
        press(robot, "#server-test");
        assertThat(text(robot, "#server-problem")).isEqualTo("Un port est un nombre de 1 à 65535.");
        type(robot, "#server-port", "9443");
        nextFile = Path.of("picture.png");
        press(robot, "#server-authority");
        assertThat(text(robot, "#servers-message")).startsWith("Le fichier du certificat ne peut pas servir");
        nextFile = Path.of("authority.pem");
        press(robot, "#server-authority");
        type(robot, "#server-user", "ada");
        type(robot, "#server-password", "wrong");
        press(robot, "#server-test");
        Pictures.take(stage, "servers-form-fr");
        assertThat(text(robot, "#servers-message")).isEqualTo("L’utilisateur ou le mot de passe est faux.");
        assertThat(book.list()).isEmpty();
    }

    @Test
    void aLockedVaultIsOpenedInPlaceAndWhatWasTypedStays(FxRobot robot) {
        vault.lock();
        show(robot, Language.ENGLISH, Optional.empty());
        press(robot, "#server-add");
        type(robot, "#server-name", "London");
        type(robot, "#server-host", "127.0.0.1");
        press(robot, "#server-authority");
        robot.interact(() -> robot.lookup("#server-by-certificate")
                .queryAs(RadioButton.class)
                .setSelected(true));
        nextFile = Path.of("ada.p12");
        press(robot, "#server-file-choose");
        type(robot, "#server-password", FakeServers.PASSWORD);
        press(robot, "#server-save");

        assertThat(text(robot, "#servers-message")).contains("Open the vault below and press again.");
        assertThat(book.list()).isEmpty();
        Pictures.take(stage, "servers-vault");
        robot.interact(() ->
                robot.lookup("#keys-passphrase").queryAs(PasswordField.class).setText(PASSPHRASE));
        press(robot, "#keys-unlock");
        waitUntilVaultIsOpen();
        press(robot, "#server-save");

        assertThat(book.list())
                .singleElement()
                .extracting(SavedServer::proof)
                .isEqualTo(new SavedServer.Proof.Certificate("ada.p12"));
    }

    @Test
    void aServerIsChangedAndForgottenAndThisMachineIsAWayBack(FxRobot robot) {
        book.save(
                new SavedServer(
                        "London",
                        "engine.example.org",
                        8443,
                        new SavedServer.Authority("pem", "CN=x", "00ff", 0),
                        new SavedServer.Proof.Password("ada")),
                Optional.of(Secret.of(FakeServers.PASSWORD)));
        show(robot, Language.FRENCH, Optional.of("London"));
        Pictures.take(stage, "servers-list-fr");
        assertThat(robot.lookup("#server-connect-London").queryAs(Button.class).isDisabled())
                .as("it is shown now")
                .isTrue();
        press(robot, "#server-here");
        assertThat(opened).containsExactly("here");

        press(robot, "#server-change-London");
        type(robot, "#server-host", "10.0.0.7");
        robot.interact(() -> robot.lookup("#server-host").query().requestFocus());
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(book.list()).extracting(SavedServer::host).containsExactly("10.0.0.7");
        assertThat(book.passwords()).as("left as it was").containsEntry("London", FakeServers.PASSWORD);

        press(robot, "#server-remove-London");
        assertThat(book.list()).as("asked once more").hasSize(1);
        press(robot, "#server-remove-London");
        assertThat(book.list()).isEmpty();
        assertThat(book.passwords()).isEmpty();
    }

    private void waitUntilVaultIsOpen() {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> vault.state() == KeyDesk.State.OPEN);
        } catch (TimeoutException late) {
            throw new AssertionError("the vault stayed locked", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
        settle();
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> !controller.model().busyProperty().get());
        } catch (TimeoutException late) {
            throw new AssertionError("still busy", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
