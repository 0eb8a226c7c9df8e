package io.sextant.ui.panel.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.options.BlackScholes;
import io.sextant.analytics.options.OptionRight;
import io.sextant.analytics.options.OptionTerms;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.dataset.ChainSheet;
import io.sextant.domain.request.Job;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.testing.FakeData;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OptionsPanelTest {

    private static final Path FILE = Path.of("/data/chain.csv");

    private final FakeEngine engine = new FakeEngine();
    private Path picked = FILE;
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(
                robot,
                stage,
                engine,
                context -> new OptionsController(context, engine::nowNanos, owner -> Optional.of(picked)),
                language,
                1_000,
                640);
    }

    private PanelTester openChain(FxRobot robot, Language language) {
        PanelTester panel = open(robot, language);
        panel.click("#options-first-open");
        answer(panel, SampleChain.sheet());
        panel.await("the chain", () -> panel.isVisible("#options-tabs"));
        return panel;
    }

    private void answer(PanelTester panel, ChainSheet sheet) {
        FakeData.FakeJob<ChainSheet> job = engine.data.newest(Job.ReadChain.class);
        panel.run(() -> job.finish(sheet));
    }

    private static Figures figures(PanelTester panel) {
        return panel.desk().context().texts().figures();
    }

    @ParameterizedTest
    @LanguageInTurn
    void opensAFileAndShowsItsContractsByStrike(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.isVisible("#options-empty")).isTrue();
            panel.click("#options-first-open");
            assertThat(engine.data.newest(Job.ReadChain.class).job())
                    .isEqualTo(new Job.ReadChain(FILE.toString(), Optional.empty()));
            assertThat(panel.isVisible("#options-loading")).isTrue();
            answer(panel, SampleChain.sheet());
            panel.await("the chain", () -> panel.isVisible("#options-tabs"));

            assertThat(panel.text("#options-about"))
                    .contains(figures(panel).utcDate(SampleChain.DAY.toEpochDay() * 86_400_000_000_000L));
            assertThat(panel.text("#options-figure-spot"))
                    .isEqualTo(language == Language.ENGLISH ? "100.00" : "100,00");
            int money = panel.onFxThread(() -> panel.find("#options-chain", TableView.class)
                    .getSelectionModel()
                    .getSelectedIndex());
            assertThat(panel.cell("#options-chain", money, "options.column.strike"))
                    .isEqualTo("100");
            assertThat(panel.cell("#options-chain", money, "options.column.volatility.CALL"))
                    .isEqualTo(panel.cell("#options-chain", money, "options.column.volatility.PUT"));
            panel.await(
                    "the remembered file",
                    () -> engine.submitted(ChangeSetting.class)
                            .contains(new ChangeSetting("ui.options.file", FILE.toString())));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void reckonsWhatContractsWouldBeWorthAtAnotherSpotAndVolatility(Language language, FxRobot robot) {
        try (PanelTester panel = openChain(robot, language)) {
            panel.click("#options-buy-call").click("#options-buy-call").click("#options-sell-put");
            panel.click("#options-tab-what-if");
            ListView<?> held = panel.find("#options-held", ListView.class);
            assertThat(panel.onFxThread(() -> held.getItems().size())).isEqualTo(2);

            panel.focus(panel.find("#options-slide-spot", Slider.class));
            for (int i = 0; i < 10; i++) {
                panel.press(KeyCode.RIGHT);
            }
            panel.focus(panel.find("#options-slide-volatility", Slider.class));
            for (int i = 0; i < 4; i++) {
                panel.press(KeyCode.RIGHT);
            }
            double spot = SampleChain.SPOT * 1.05;
            double call = worth(OptionRight.CALL, spot, 0.02);
            double put = worth(OptionRight.PUT, spot, 0.02);
            double after = 200 * call - 100 * put;
            double before = 200 * worth(OptionRight.CALL, SampleChain.SPOT, 0)
                    - 100 * worth(OptionRight.PUT, SampleChain.SPOT, 0);
            assertThat(parsed(panel, "#options-worth-then-value")).isCloseTo(after, within(1.5));
            assertThat(parsed(panel, "#options-worth-now-value")).isCloseTo(before, within(1.5));
            assertThat(parsed(panel, "#options-worth-then-delta"))
                    .isGreaterThan(parsed(panel, "#options-worth-now-delta"));
            panel.click("#options-reset");
            assertThat(parsed(panel, "#options-worth-change-value")).isZero();

            panel.run(() -> held.getSelectionModel().select(0));
            panel.click("#options-held-remove");
            assertThat(panel.onFxThread(() -> held.getItems().size())).isEqualTo(1);
            panel.await(
                    "remembered positions",
                    () -> engine.submitted(ChangeSetting.class).stream()
                            .anyMatch(one -> one.key().equals("ui.options.held")
                                    && one.value().startsWith("PUT 100")));
        }
    }

    private static double worth(OptionRight right, double spot, double shift) {
        double years = 14 / 365.0;
        double volatility = SampleChain.smile(years).volatility(100) + shift;
        return BlackScholes.price(new OptionTerms(right, spot, 100, years, 0, 0, volatility));
    }

    private double parsed(PanelTester panel, String id) {
        return Double.parseDouble(
                figures(panel).plain(panel.text(id).replace("+", "")).orElseThrow());
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsSmileSurfaceDensityAndGamma(Language language, FxRobot robot) {
        try (PanelTester panel = openChain(robot, language)) {
            panel.click("#options-tab-smile");
            assertThat(panel.text("#options-smile-about"))
                    .contains(language == Language.ENGLISH ? "Forward 100" : "Prix à terme 100");
            CurvePlot smile = panel.find("#options-smile", CurvePlot.class);
            panel.focus(smile).press(KeyCode.RIGHT);
            assertThat(panel.onFxThread(smile::readout)).contains("%");
            panel.click("#options-tab-surface");
            assertThat(panel.rows("#options-surface")).isEqualTo(6);
            assertThat(panel.cell("#options-surface", 0, "options.column.at.100"))
                    .isEqualTo(figures(panel)
                            .percent(100 * SampleChain.smile(14 / 365.0).atTheMoney(), 1));
            panel.click("#options-tab-density");
            assertThat(panel.text("#options-density-about")).contains("90");
            panel.click("#options-tab-gamma");
            assertThat(panel.rows("#options-key-strikes")).isEqualTo(5);
            assertThat(panel.text("#options-gamma-about")).isNotBlank();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void anotherDayIsReadAndAnotherExpiryShown(Language language, FxRobot robot) {
        try (PanelTester panel = openChain(robot, language)) {
            ComboBox<LocalDate> expiries = dates(panel, "#options-expiry");
            panel.run(() -> expiries.setValue(SampleChain.DAY.plusDays(364)));
            assertThat(panel.rows("#options-chain")).isEqualTo(47);
            panel.run(() -> dates(panel, "#options-day").setValue(SampleChain.DAY.minusDays(1)));
            assertThat(engine.data.newest(Job.ReadChain.class).job())
                    .isEqualTo(new Job.ReadChain(FILE.toString(), Optional.of(SampleChain.DAY.minusDays(1))));
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<LocalDate> dates(PanelTester panel, String id) {
        return panel.find(id, ComboBox.class);
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysWhyAFileCannotBeReadAndKeepsWhatWasRead(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.click("#options-first-open");
            FakeData.FakeJob<ChainSheet> first = engine.data.newest(Job.ReadChain.class);
            panel.run(() -> first.fail("There is no column strike."));
            panel.await("the reason", () -> panel.isVisible("#options-failed"));
            panel.click("#options-again");
            answer(panel, SampleChain.sheet());
            panel.await("the chain", () -> panel.isVisible("#options-tabs"));

            panel.focus(panel.find("#options-chain", TableView.class)).press(KeyCode.F5);
            FakeData.FakeJob<ChainSheet> second = engine.data.newest(Job.ReadChain.class);
            panel.run(() -> second.fail("The disk is gone."));
            panel.await("the stale sentence", () -> panel.text("#options-about").contains("The disk is gone."));
            assertThat(panel.isVisible("#options-tabs")).isTrue();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsNothingOfTheFileBeforeUnderAnotherName(Language language, FxRobot robot) {
        try (PanelTester panel = openChain(robot, language)) {
            panel.type("#options-spot", "90").press(KeyCode.ENTER);
            picked = Path.of("another.csv");
            panel.click("#options-open");
            assertThat(panel.isVisible("#options-loading")).isTrue();
            FakeData.FakeJob<ChainSheet> job = engine.data.newest(Job.ReadChain.class);
            panel.run(() -> job.fail("There is no column strike."));
            panel.await("the reason", () -> panel.isVisible("#options-failed"));
            assertThat(panel.isVisible("#options-tabs")).isFalse();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void asksForThePriceThatTheFileDoesNotSay(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.click("#options-first-open");
            answer(panel, SampleChain.sheet(Double.NaN));
            panel.await("the question", () -> panel.isVisible("#options-spot-wanted"));
            panel.type("#options-spot", "much").press(KeyCode.ENTER);
            assertThat(panel.isVisible("#options-terms-problem")).isTrue();
            panel.type("#options-spot", language == Language.ENGLISH ? "100.5" : "100,5")
                    .press(KeyCode.ENTER);
            panel.await("the chain", () -> panel.isVisible("#options-tabs"));
            assertThat(panel.text("#options-figure-spot"))
                    .isEqualTo(language == Language.ENGLISH ? "100.50" : "100,50");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void theKeyboardTakesContracts(Language language, FxRobot robot) {
        try (PanelTester panel = openChain(robot, language)) {
            panel.run(panel.panel()::focusFirst);
            panel.press(KeyCode.C)
                    .press(KeyCode.P)
                    .press(KeyCode.SHIFT, KeyCode.P)
                    .press(KeyCode.SHIFT, KeyCode.P);
            panel.click("#options-tab-what-if");
            ListView<?> held = panel.find("#options-held", ListView.class);
            assertThat(panel.onFxThread(() -> held.getItems().toString()))
                    .contains("right=CALL")
                    .contains("count=-1");
        }
    }
}
