package io.sextant.ui.panel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.domain.alert.ChannelTest;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeKeyDesk;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChannelFormTest {

    private static final long NOW = FakeEngine.START_NANOS;
    private static final String HIDDEN = "correct horse battery";

    private final FakeEngine engine = new FakeEngine();
    private final FakeKeyDesk vault = new FakeKeyDesk(KeyDesk.State.LOCKED, "open sesame");
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language, Optional<KeyDesk> keys) {
        PanelTester panel = new PanelTester(
                robot, stage, engine, context -> new AlertsController(context, () -> NOW, keys), language, 1_240, 680);
        panel.click("#alerts-part-channels");
        return panel;
    }

    private List<AlertChannel> channels() {
        return AlertBook.of(engine.settings()).channels();
    }

    private static void choose(PanelTester panel, Kind kind) {
        panel.run(() -> kinds(panel).setValue(kind));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Kind> kinds(PanelTester panel) {
        return panel.find("#channel-kind", ComboBox.class);
    }

    private static void picture(PanelTester panel, String name, Language language) {
        panel.pictureInEachShade("#alerts-channels", "channels-" + name + "-" + language.tag());
    }

    @ParameterizedTest
    @LanguageInTurn
    void whatIsSecretGoesIntoTheVaultAndOnlyItsNameIntoTheSettings(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, Optional.of(vault))) {
            panel.focus(panel.find("#alerts-channels", TableView.class)).press(KeyCode.INSERT);
            panel.type("#channel-name", "mail");
            panel.type("#channel-host", "mail.example.org");
            panel.type("#channel-port", "465");
            panel.type("#channel-from", "desk@example.org");
            panel.type("#channel-to", "me@example.org");
            panel.type("#channel-user", "desk");
            panel.type("#channel-secret", HIDDEN);
            picture(panel, "mail", language);
            panel.press(KeyCode.ENTER);
            panel.await("the locked vault", () -> panel.isVisible("#channel-trouble"));
            picture(panel, "locked", language);
            assertThat(channels()).isEmpty();
            assertThat(panel.text("#channel-secret"))
                    .as("nothing secret lingers")
                    .isEmpty();
            panel.click("#channel-keys");
            assertThat(panel.desk().ranActions()).contains("keys.open");

            vault.unlock(Secret.of("open sesame"));
            panel.type("#channel-user", "desk");
            panel.type("#channel-secret", HIDDEN).press(KeyCode.ENTER);
            panel.await("the channel", () -> !channels().isEmpty());
            assertThat(channels())
                    .containsExactly(new AlertChannel(
                            "mail",
                            Kind.EMAIL,
                            Map.of(
                                    "host", "mail.example.org",
                                    "port", "465",
                                    "security", "tls",
                                    "from", "desk@example.org",
                                    "to", "me@example.org"),
                            Optional.of(VenueAccount.parse("mail/mail")),
                            30,
                            language == Language.FRENCH));
            assertThat(vault.list()).extracting(KeyEntry::account).containsExactly(VenueAccount.parse("mail/mail"));
            assertThat(engine.settings().toString()).doesNotContain(HIDDEN);
            panel.await("its sheet is closed", () -> !panel.isVisible("#channel-form"));

            triedAndChanged(panel, language);
        }
    }

    private void triedAndChanged(PanelTester panel, Language language) {
        panel.await("its row is chosen", () -> !panel.isDisabled("#alerts-test"));
        panel.focus(panel.find("#alerts-channels", TableView.class)).press(KeyCode.SPACE);
        panel.await("a test", () -> AlertBook.of(engine.settings()).tests().containsKey("mail"));
        engine.submit(
                new CommandKey("tested"),
                new ChannelTest(
                                "mail",
                                NOW,
                                Optional.of(Delivery.waiting("mail")
                                        .sending()
                                        .ended(Delivery.Stage.UNDELIVERED, NOW, "no such host")))
                        .toSetting());
        panel.await(
                "what came of it",
                () -> panel.cell("#alerts-channels", 0, "alerts.column.test").contains("no such host"));
        picture(panel, "tested", language);

        panel.press(KeyCode.ENTER);
        assertThat(panel.isDisabled("#channel-name")).isTrue();
        panel.type("#channel-user", "desk");
        panel.type("#channel-secret", "another");
        panel.type("#channel-hour", "5").press(KeyCode.ENTER);
        panel.await("its new secret", () -> channels().getFirst().mostPerHour() == 5);
        assertThat(channels().getFirst().secret()).contains(VenueAccount.parse("mail/mail-2"));
        panel.await("the old secret is gone", () -> vault.list().size() == 1);

        panel.focus(panel.find("#alerts-channels", TableView.class)).press(KeyCode.ENTER);
        panel.type("#channel-to", "you@example.org").press(KeyCode.ENTER);
        panel.await(
                "another receiver", () -> channels().getFirst().option("to", "").startsWith("you"));
        assertThat(channels().getFirst().secret()).as("an empty field keeps it").isPresent();
        panel.focus(panel.find("#alerts-channels", TableView.class)).press(KeyCode.DELETE);
        panel.await("none", () -> channels().isEmpty());
    }

    @ParameterizedTest
    @LanguageInTurn
    void everyKindSaysWhatIsStillWrongAndIsKeptOnceNothingIs(Language language, FxRobot robot) {
        vault.unlock(Secret.of("open sesame"));
        try (PanelTester panel = open(robot, language, Optional.of(vault))) {
            panel.click("#alerts-channel-add");
            wrong(panel, "name", "#channel-name", "Big Name");
            wrong(panel, "needed", "#channel-name", "one");
            panel.type("#channel-host", "mail.example.org");
            panel.type("#channel-from", "desk");
            panel.type("#channel-to", "me@example.org");
            wrong(panel, "port", "#channel-port", "99999");
            wrong(panel, "address", "#channel-port", "25");
            panel.type("#channel-from", "desk@example.org");
            panel.click("#channel-security-none");
            wrong(panel, "security", "#channel-host", "mail.example.org");
            panel.click("#channel-security-starttls");
            wrong(panel, "login", "#channel-user", "desk");
            panel.type("#channel-user", "");
            wrong(panel, "hour", "#channel-hour", "201");
            panel.type("#channel-hour", "200");
            assertThat(panel.isDisabled("#channel-keep")).isFalse();

            choose(panel, Kind.TELEGRAM);
            wrong(panel, "token", "#channel-chat", "12345");
            picture(panel, "telegram", language);
            panel.type("#channel-secret", HIDDEN);
            panel.click("#channel-keep");
            panel.await("a bot", () -> channels().size() == 1);
            assertThat(channels().getFirst().secret()).contains(VenueAccount.parse("telegram/one"));

            panel.click("#alerts-channel-add");
            wrong(panel, "taken", "#channel-name", "one");
            panel.type("#channel-name", "two");
            choose(panel, Kind.WEBHOOK);
            wrong(panel, "url", "#channel-url", "http://example.org");
            wrong(panel, "hook", "#channel-url", "");
            panel.type("#channel-url", "https://example.org/x");
            panel.click("#channel-language-french").click("#channel-keep");
            panel.await("a hook", () -> channels().size() == 2);
            assertThat(channels().getLast().french()).isTrue();

            int before = channels().size();
            for (Kind kind : List.of(Kind.SMS, Kind.DESKTOP, Kind.SOUND, Kind.VOICE)) {
                panel.click("#alerts-channel-add");
                choose(panel, kind);
                panel.type("#channel-name", kind.name().toLowerCase(Locale.ROOT));
                if (kind == Kind.SMS) {
                    wrong(panel, "needed", "#channel-url", "https://example.org/sms");
                    panel.type("#channel-to", "+33600000000");
                    picture(panel, "sms", language);
                }
                panel.click("#channel-keep");
            }
            panel.await("each kind", () -> channels().size() == before + 4);
        }
    }

    private static void wrong(PanelTester panel, String problem, String field, String text) {
        panel.type(field, text);
        assertThat(panel.text("#channel-problem"))
                .isEqualTo(panel.onFxThread(
                        () -> panel.desk().context().texts().get("alerts.channel.problem." + problem)));
        assertThat(panel.isDisabled("#channel-keep")).isTrue();
    }

    @ParameterizedTest
    @LanguageInTurn
    void withoutAVaultAtThisWindowItAsksForNoSecretAndSaysWhereItBelongs(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language, Optional.empty())) {
            panel.click("#alerts-channel-add");
            assertThat(panel.isVisible("#channel-where")).isTrue();
            assertThat(panel.text("#channel-where")).contains("sextant vault add");
            assertThat(panel.onFxThread(() -> stage.getScene().lookup("#channel-secret")))
                    .isNull();
            panel.press(KeyCode.ESCAPE);
            panel.await("closed", () -> !panel.isVisible("#channel-form"));
            panel.click("#alerts-part-alerts");
        }
    }
}
