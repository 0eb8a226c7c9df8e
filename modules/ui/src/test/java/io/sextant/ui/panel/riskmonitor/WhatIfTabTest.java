package io.sextant.ui.panel.riskmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.Supposition.Weather;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WhatIfTabTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        engine.submit(
                new CommandKey("k"),
                new PlaceOrder(
                        OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET)));
        return new PanelTester(
                robot,
                stage,
                engine,
                context -> new RiskMonitorController(
                        context, (window, name) -> Optional.of(folder.resolve("scenarios.csv"))),
                language,
                900,
                760);
    }

    /** Nothing on a desk knows a duration: until a person says one, rates move nothing, and the window says why. */
    @Test
    void ratesCanBeSupposedOnceAPersonGaveADuration(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the risk", () -> panel.text("#risk-loss-about").contains("95"));
            panel.click("#risk-tab-whatif");
            panel.await("the cases", () -> rows(panel) == 2);
            Slider rates = panel.find("#risk-whatif-rates", Slider.class);
            assertThat(rates.isDisabled()).isTrue();
            assertThat(panel.text("#risk-whatif-rates-why")).startsWith("Nothing here has a duration");
            panel.click("#risk-whatif-shares");
            panel.await(
                    "the field",
                    () -> robot.lookup("#risk-duration-BTC-USDT").tryQuery().isPresent());
            engine.risk.duration(FakeInstruments.BTC, 4.5);
            panel.type("#risk-duration-BTC-USDT", "4.5").press(KeyCode.ENTER);
            panel.await(
                    "kept",
                    () -> engine.settings()
                            .getOrDefault("risk.duration." + FakeInstruments.BTC.symbol(), "")
                            .equals("4.5"));
            panel.await("rates can be moved", () -> !rates.isDisabled());
            panel.press(KeyCode.ESCAPE);
            robot.interact(() -> rates.setValue(100));
            panel.await(
                    "asked with",
                    () -> engine.lastAsked(Query.WhatIf.class).cases().get(1).rateBasisPoints() == 100);
            picture(panel, Language.ENGLISH);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void aScenarioIsKeptComparedAndExported(Language language, FxRobot robot) throws IOException {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the risk", () -> panel.text("#risk-loss-about").contains("95"));
            assertThat(engine.asked(Query.WhatIf.class)).as("nobody looks yet").isZero();
            panel.click("#risk-tab-whatif");
            Figures figures = panel.desk().context().texts().figures();
            panel.await(
                    "the fine fan", () -> panel.text("#risk-whatif-about").contains(figures.count(WhatIfAsker.FINE)));
            Slider price = panel.find("#risk-whatif-price", Slider.class);
            panel.focus(price).press(KeyCode.LEFT).press(KeyCode.LEFT);
            double gross = engine.desk().account().grossExposure().toDouble();
            panel.await("the supposed case", () -> result(panel, 1).equals(figures.signed(-0.1 * gross, 0)));
            panel.type("#risk-whatif-name", "Mine; of | signs").press(KeyCode.ENTER);
            panel.await(
                    "the kept one",
                    () -> rows(panel) == 3
                            && panel.cell("#risk-scenarios", 2, "riskmonitor.column.scenario")
                                    .equals("Mine; of | signs"));
            panel.click("#risk-whatif-shock-none");
            panel.await("calm again", () -> result(panel, 1).equals(figures.signed(0, 0)));
            assertThat(result(panel, 2)).isEqualTo(figures.signed(-0.1 * gross, 0));
            picture(panel, language);
            panel.click("#risk-whatif-export");
            List<String> lines = Files.readAllLines(folder.resolve("scenarios.csv"));
            assertThat(lines).hasSize(4);
            assertThat(lines.get(0)).startsWith("scenario,priceMove,");
            assertThat(lines.get(3)).startsWith("\"Mine; of | signs\",-0.1,1.0,0.0,AS_IT_IS,,,NONE,");
            assertThat(NamedCase.read(engine.settings().getOrDefault("ui.risk.scenarios", "")))
                    .containsExactly(new NamedCase("Mine; of | signs", Supposition.of(new RiskShock(-0.1, 1, 0))));
            panel.onFxThread(() -> {
                panel.find("#risk-scenarios", TableView.class)
                        .getSelectionModel()
                        .select(2);
                return true;
            });
            panel.await("its sliders", () -> panel.onFxThread(price::getValue) == -10);
            panel.click("#risk-whatif-forget");
            panel.await("forgotten", () -> rows(panel) == 2);
        }
    }

    @Test
    void theMarketTheMixAndSharesAreSupposedAndKept(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the risk", () -> panel.text("#risk-loss-about").contains("95"));
            panel.click("#risk-tab-whatif");
            panel.await("the cases", () -> rows(panel) == 2);
            choose(panel, "#risk-whatif-weather", Weather.TURBULENT);
            panel.await(
                    "a wilder market",
                    () -> !panel.cell("#risk-scenarios", 1, "riskmonitor.column.atrisk")
                            .equals(panel.cell("#risk-scenarios", 0, "riskmonitor.column.atrisk")));
            choose(panel, "#risk-whatif-mix", Optional.of(WeightMethod.HRP));
            panel.click("#risk-whatif-shares");
            panel.await("the shares", () -> panel.isVisible("#risk-mix"));
            choose(panel, "#risk-mix-instrument", FakeInstruments.ETH);
            panel.await("another instrument", () -> panel.isVisible("#risk-mix-" + FakeInstruments.ETH.symbol()));
            panel.type("#risk-mix-" + FakeInstruments.ETH.symbol(), "12.5").press(KeyCode.ENTER);
            panel.await(
                    "its share is asked for",
                    () -> supposed()
                            .equals(Supposition.NONE
                                    .with(Weather.TURBULENT)
                                    .with(WeightMethod.HRP)
                                    .with(Map.of(FakeInstruments.ETH, 0.125))));
            panel.press(KeyCode.ESCAPE);
            panel.type("#risk-whatif-name", "Storm").press(KeyCode.ENTER);
            panel.await("kept", () -> rows(panel) == 3);
            panel.await(
                    "written",
                    () -> NamedCase.read(engine.settings().getOrDefault("ui.risk.scenarios", ""))
                            .equals(List.of(new NamedCase("Storm", supposed()))));
        }
    }

    private Supposition supposed() {
        return engine.lastAsked(Query.WhatIf.class).cases().get(1);
    }

    private static <T> void choose(PanelTester panel, String box, T choice) {
        panel.onFxThread(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> found = panel.find(box, ComboBox.class);
            found.setValue(choice);
            found.fireEvent(new ActionEvent());
            return true;
        });
    }

    @Test
    void whatWasKeptBeforeThereWereMarketsAndMixesIsStillRead() {
        assertThat(NamedCase.read(
                        "Old|-0.1|2.0|0.5;Bad|1|2;Odd|0|1|0|SUNNY||;Mixed|0|1|0|CALM|HRP|BTC-USD.KRAKEN=-0.5"))
                .containsExactly(
                        new NamedCase("Old", Supposition.of(new RiskShock(-0.1, 2, 0.5))),
                        new NamedCase(
                                "Mixed",
                                Supposition.NONE
                                        .with(Weather.CALM)
                                        .with(WeightMethod.HRP)
                                        .with(Map.of(InstrumentId.of("BTC-USD.KRAKEN"), -0.5))));
    }

    /** What is played with stays play: only the purchase from outside was ever asked for. */
    @Test
    void nothingThatIsSupposedBecomesAnOrder(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the risk", () -> panel.text("#risk-loss-about").contains("95"));
            long submitted = engine.submitted().stream()
                    .filter(PlaceOrder.class::isInstance)
                    .count();
            panel.click("#risk-tab-whatif");
            panel.await("the cases", () -> rows(panel) == 2);
            Slider price = panel.find("#risk-whatif-price", Slider.class);
            for (int i = 0; i < 12; i++) {
                panel.focus(price).press(KeyCode.LEFT);
            }
            panel.type("#risk-whatif-name", "All lost").press(KeyCode.ENTER);
            panel.await("kept", () -> rows(panel) == 3);
            assertThat(engine.submitted().stream()
                            .filter(PlaceOrder.class::isInstance)
                            .count())
                    .isEqualTo(submitted);
        }
    }

    private static String result(PanelTester panel, int row) {
        return rows(panel) > row ? panel.cell("#risk-scenarios", row, "riskmonitor.column.result") : "";
    }

    private static int rows(PanelTester panel) {
        return panel.onFxThread(
                () -> panel.find("#risk-scenarios", TableView.class).getItems().size());
    }

    private void picture(PanelTester panel, Language language) {
        String folderOfPictures = System.getProperty("sextant.pictures", "");
        if (!folderOfPictures.isEmpty()) {
            panel.onFxThread(() -> ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                    "png",
                    new File(folderOfPictures, "whatif-" + language.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
