package io.sextant.ui.panel.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.analytics.survey.FeatureSurvey;
import io.sextant.analytics.survey.SurveyWatch;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FeaturesPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, FeaturesController::new, language, 1_100, 680);
    }

    private PanelTester openLooked(FxRobot robot, Language language) {
        PanelTester panel = open(robot, language);
        awaitLook(panel);
        return panel;
    }

    private static void awaitLook(PanelTester panel) {
        panel.await("the look", () -> panel.isVisible("#features-price") || panel.isVisible("#features-histogram"));
    }

    private BarSeries bars(InstrumentId id, int limit) {
        return engine.ask(new Query.Bars(id, Timeframe.M1, Long.MAX_VALUE, limit))
                .toCompletableFuture()
                .join();
    }

    private FeatureSurvey expected(String name, int limit, int horizon) {
        Feature feature = FeatureCatalog.find(name).orElseThrow();
        BarSeries bars = bars(FakeInstruments.BTC, limit);
        return FeatureSurvey.of(
                feature, bars, FeatureColumns.of(bars, List.of(feature)).get(0), horizon, 6, SurveyWatch.NOBODY);
    }

    private static FeaturesWords words(PanelTester panel) {
        return new FeaturesWords(panel.desk().context().texts());
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> chooser(PanelTester panel, String id) {
        return panel.find(id, ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private static ListView<Feature> list(PanelTester panel) {
        return panel.find("#features-list", ListView.class);
    }

    @ParameterizedTest
    @LanguageInTurn
    void findsAFeatureByNameAndShowsItUnderThePrices(Language language, FxRobot robot) {
        try (PanelTester panel = openLooked(robot, language)) {
            assertThat(panel.text("#features-name")).startsWith("rsi_14");
            assertThat(panel.onFxThread(() -> list(panel).getItems().size()))
                    .isEqualTo(FeatureCatalog.all().size());

            panel.type("#features-search", language == Language.ENGLISH ? "vol park" : "volatilité park");
            assertThat(panel.onFxThread(() ->
                            list(panel).getItems().stream().map(Feature::name).toList()))
                    .contains("vol_parkinson_20")
                    .allMatch(name -> name.startsWith("vol_park"));
            panel.press(KeyCode.ENTER);
            panel.await("the found feature", () -> panel.text("#features-name").startsWith("vol_parkinson_5"));
            panel.press(KeyCode.DOWN);
            panel.await("the next feature", () -> panel.text("#features-name").startsWith("vol_parkinson_20"));
            awaitLook(panel);
            FeatureSurvey survey = expected("vol_parkinson_20", Subject.USUAL.bars(), 10);
            double newest = survey.column()[survey.bars().size() - 1];
            double range = survey.distribution().high() - survey.distribution().low();
            assertThat(panel.text("#features-look-about"))
                    .contains(panel.onFxThread(() -> words(panel).value(newest, range)));
            assertThat(panel.text("#features-formula")).contains("ln(high");

            CurvePlot line = panel.find("#features-line", CurvePlot.class);
            panel.focus(line).press(KeyCode.END);
            assertThat(panel.onFxThread(line::readout))
                    .contains(panel.onFxThread(
                            () -> words(panel).moment(survey.bars().lastTimeNanos())));
            panel.await(
                    "the remembered feature",
                    () -> engine.submitted(ChangeSetting.class)
                            .contains(new ChangeSetting("ui.features.feature", "vol_parkinson_20")));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsDistributionStabilityAndWhatCameNext(Language language, FxRobot robot) {
        try (PanelTester panel = openLooked(robot, language)) {
            FeatureSurvey survey = expected("rsi_14", Subject.USUAL.bars(), 10);
            FeaturesWords words = words(panel);
            panel.click("#features-tab-distribution");
            assertThat(panel.text("#features-distribution-about"))
                    .contains(panel.onFxThread(
                            () -> words.count(survey.distribution().count())));
            panel.click("#features-tab-stability");
            assertThat(panel.rows("#features-periods")).isEqualTo(6);
            assertThat(panel.cell("#features-periods", 5, "features.column.psi"))
                    .isEqualTo(panel.onFxThread(
                            () -> words.index(survey.periods().get(5).stability())));
            assertThat(panel.cell("#features-periods", 0, "features.column.psi"))
                    .isEqualTo("–");
            panel.click("#features-tab-afterwards");
            assertThat(panel.text("#features-afterwards-about"))
                    .contains(panel.onFxThread(
                            () -> words.correlation(survey.coefficient().value())))
                    .contains(panel.onFxThread(
                            () -> words.error(survey.coefficient().standardError())));

            FeatureSurvey further = expected("rsi_14", Subject.USUAL.bars(), 50);
            panel.run(() -> FeaturesPanelTest.<Integer>chooser(panel, "#features-horizon")
                    .setValue(50));
            panel.await(
                    "the other horizon",
                    () -> panel.text("#features-afterwards-about")
                            .contains(words.correlation(further.coefficient().value())));
            CurvePlot horizons = panel.find("#features-horizons", CurvePlot.class);
            panel.focus(horizons).press(KeyCode.HOME);
            assertThat(panel.onFxThread(horizons::readout))
                    .contains(panel.onFxThread(
                            () -> words.coefficient(survey.coefficients().getFirst())));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void leadsToTheFeaturesThatAreAlike(Language language, FxRobot robot) {
        try (PanelTester panel = openLooked(robot, language)) {
            panel.click("#features-tab-alike");
            panel.await("the comparison", () -> panel.rows("#features-alike") == 25);
            panel.await(
                    "the first row",
                    () -> !panel.cell("#features-alike", 0, "features.column.name")
                            .isEmpty());
            String first = panel.cell("#features-alike", 0, "features.column.name");
            assertThat(first).isNotEqualTo("rsi_14");
            panel.run(() -> panel.find("#features-alike", TableView.class)
                    .getSelectionModel()
                    .select(0));
            panel.focus(panel.find("#features-alike", TableView.class)).press(KeyCode.ENTER);
            panel.await("the alike one", () -> panel.text("#features-name").startsWith(first + " "));
            panel.await(
                    "its own list", () -> panel.text("#features-alike-about").contains(first));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void keepsSetsUnderTheirNamesAndTellsThemApart(Language language, FxRobot robot) {
        try (PanelTester panel = openLooked(robot, language)) {
            panel.click("#features-tab-sets");
            tick(panel, "rsi_7", "rsi_14", "over_sma_20");
            assertThat(panel.rows("#features-sets")).isEqualTo(1);
            panel.type("#features-set-name", "swing  fast").click("#features-set-save");
            panel.click("#features-set-clear");
            tick(panel, "rsi_14", "vol_20");
            panel.type("#features-set-name", "calm").press(KeyCode.ENTER);
            panel.click("#features-set-clear");
            assertThat(panel.rows("#features-sets")).isEqualTo(2);
            assertThat(panel.cell("#features-sets", 0, "features.column.set")).isEqualTo("swing fast");
            assertThat(panel.cell("#features-sets", 0, "features.column.size")).isEqualTo("3");
            panel.await(
                    "the figures",
                    () -> panel.cell("#features-sets", 0, "features.column.together")
                            .contains("±"));
            panel.run(() -> panel.find("#features-sets", TableView.class)
                    .getSelectionModel()
                    .selectRange(0, 2));
            assertThat(panel.text("#features-shared")).contains("(1)", "rsi_14", "vol_20", "over_sma_20");

            panel.run(() -> panel.find("#features-sets", TableView.class)
                    .getSelectionModel()
                    .clearAndSelect(0));
            panel.click("#features-set-delete");
            assertThat(panel.rows("#features-sets")).isEqualTo(1);
            panel.click("#features-set-undo");
            assertThat(panel.rows("#features-sets")).isEqualTo(2);
            assertThat(panel.isVisible("#features-set-undo")).isFalse();
            panel.run(() -> panel.find("#features-sets", TableView.class)
                    .getSelectionModel()
                    .clearAndSelect(1));
            panel.click("#features-set-take");
            assertThat(panel.rows("#features-sets")).isEqualTo(3);
            panel.await(
                    "the remembered sets",
                    () -> engine.submitted(ChangeSetting.class)
                            .contains(new ChangeSetting(
                                    "ui.features.sets", "swing fast\trsi_7,rsi_14,over_sma_20\ncalm\trsi_14,vol_20")));
        }
    }

    /** By the keyboard alone. */
    private void tick(PanelTester panel, String... names) {
        for (String name : names) {
            panel.run(() -> list(panel)
                    .getSelectionModel()
                    .select(FeatureCatalog.find(name).orElseThrow()));
            panel.focus(list(panel)).press(KeyCode.SPACE);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysWhatAFeatureNeedsUntilItIsThere(Language language, FxRobot robot) {
        try (PanelTester panel = openLooked(robot, language)) {
            panel.type("#features-search", "beta_20").press(KeyCode.ENTER);
            panel.await("why not", () -> panel.isVisible("#features-needs-look"));
            panel.run(() -> FeaturesPanelTest.<Optional<InstrumentId>>chooser(panel, "#features-peer")
                    .setValue(Optional.of(FakeInstruments.ETH)));
            awaitLook(panel);
            assertThat(panel.isVisible("#features-needs-look")).isFalse();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysWhyThereAreNoBarsAndTriesAgain(Language language, FxRobot robot) {
        engine.leaveUnanswered(Query.Bars.class);
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.isVisible("#features-loading-look")).isTrue();
            engine.leaveUnanswered(Query.Books.class);
            engine.breakConnection("the line is down");
            panel.press(KeyCode.F5);
            panel.await("the failure", () -> panel.isVisible("#features-failed-look"));
            engine.healConnection();
            panel.click("#features-again-failed-look");
            awaitLook(panel);
            Node failed = panel.find("#features-failed-look", Node.class);
            assertThat(panel.onFxThread(failed::isVisible)).isFalse();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void aComparisonCanBeStoppedAndBegunAgain(Language language, FxRobot robot) {
        try (PanelTester panel = openLooked(robot, language)) {
            panel.click("#features-tab-alike");
            panel.run(() -> panel.find("#features-job-cancel", Button.class).fire());
            panel.await(
                    "the end", () -> panel.isVisible("#features-alike-again") || panel.rows("#features-alike") == 25);
            if (panel.rows("#features-alike") == 0) {
                panel.click("#features-alike-again");
                panel.await("the comparison", () -> panel.rows("#features-alike") == 25);
            }
        }
    }
}
