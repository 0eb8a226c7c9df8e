package io.sextant.ui.panel.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.fundamental.DiscountedCashFlow;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.source.CompanySource;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeData;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InstrumentPanelTest {

    private static final Path FILE = Path.of("/data/facts.csv");

    private final FakeEngine engine = new FakeEngine();
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
                context -> new InstrumentController(context, engine::nowNanos, owner -> List.of(FILE)),
                language,
                760,
                560);
    }

    /** With the facts of three companies known, and one of them linked at 40 a share. */
    private PanelTester openCompany(FxRobot robot, Language language) {
        engine.companies(SampleCompanies.all());
        engine.setLast(FakeInstruments.HALO, "40");
        PanelTester panel = open(robot, language);
        panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.HALO));
        return panel;
    }

    private static Figures figures(PanelTester panel) {
        return panel.desk().context().texts().figures();
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsTheTermsOfWhateverIsLinked(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.text("#instrument-name")).contains("BTC-USDT", "Bitcoin");
            assertThat(panel.text("#instrument-term-tick")).isEqualTo(language == Language.ENGLISH ? "0.1" : "0,1");
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.ES));
            assertThat(panel.text("#instrument-term-multiplier")).isEqualTo("50");
            assertThat(panel.text("#instrument-term-expiry")).contains("2027");
            panel.click("#instrument-tab-ratios");
            panel.await("why there are none", () -> panel.isVisible("#instrument-empty-ratios"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsRatiosBesideTheMedianOfTheOtherCompaniesOfTheSector(Language language, FxRobot robot) {
        try (PanelTester panel = openCompany(robot, language)) {
            panel.click("#instrument-tab-ratios");
            panel.await("the ratios", () -> panel.rows("#instrument-ratios") == 12);
            panel.await(
                    "the price",
                    () -> panel.cell("#instrument-ratios", 0, "instrument.column.own")
                            .equals(figures(panel).number(20, 2)));
            assertThat(panel.cell("#instrument-ratios", 6, "instrument.column.own"))
                    .isEqualTo(figures(panel).percent(10, 1));
            assertThat(panel.cell("#instrument-ratios", 6, "instrument.column.median"))
                    .isEqualTo(figures(panel).percent(30, 1));
            assertThat(panel.cell("#instrument-ratios", 7, "instrument.column.median"))
                    .isEqualTo(figures(panel).number(1.5, 2));
            assertThat(panel.cell("#instrument-ratios", 7, "instrument.column.companies"))
                    .isEqualTo("2");
            assertThat(panel.text("#instrument-about")).contains("2026");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void movingAnAssumptionMovesTheValueAndItsTable(Language language, FxRobot robot) {
        try (PanelTester panel = openCompany(robot, language)) {
            panel.click("#instrument-tab-cash-flow");
            panel.await("the value", () -> parsed(panel, "#instrument-value").isPresent());
            DiscountedCashFlow flow = new DiscountedCashFlow(120, 0.05, 10, 0.02, 0.09, 200, 50);
            assertThat(parsed(panel, "#instrument-value").orElseThrow()).isCloseTo(flow.perShare(), within(0.005));
            assertThat(panel.cell("#instrument-sensitivity", 3, "instrument.column.growth.3"))
                    .isEqualTo(figures(panel).number(flow.perShare(), 2));

            panel.focus(panel.find("#instrument-slide-growth", Slider.class));
            panel.press(KeyCode.RIGHT).press(KeyCode.RIGHT);
            double higher = flow.withGrowth(0.06).perShare();
            assertThat(parsed(panel, "#instrument-value").orElseThrow()).isCloseTo(higher, within(0.005));
            assertThat(panel.cell("#instrument-sensitivity", 3, "instrument.column.growth.3"))
                    .isEqualTo(figures(panel).number(higher, 2));
            assertThat(panel.columnTitle("#instrument-sensitivity", "instrument.column.growth.3"))
                    .isEqualTo(figures(panel).percent(6, 1));
            panel.run(
                    () -> panel.find("#instrument-slide-discount", Slider.class).setValue(2));
            assertThat(panel.text("#instrument-value")).isEqualTo(Figures.NONE);
            assertThat(panel.text("#instrument-value-about"))
                    .isEqualTo(panel.desk().context().texts().get("instrument.value.none"));
        }
    }

    private Optional<Double> parsed(PanelTester panel, String id) {
        return figures(panel).plain(panel.text(id)).map(Double::parseDouble);
    }

    @ParameterizedTest
    @LanguageInTurn
    void listsTagsAndHolders(Language language, FxRobot robot) {
        try (PanelTester panel = openCompany(robot, language)) {
            panel.click("#instrument-tab-others");
            panel.await("the holders", () -> panel.rows("#instrument-holdings") == 2);
            assertThat(panel.cell("#instrument-holdings", 0, "instrument.column.holder"))
                    .isEqualTo("Large Fund");
            assertThat(panel.cell("#instrument-holdings", 0, "instrument.column.share"))
                    .isEqualTo(figures(panel).percent(20, 1));
            assertThat(panel.text("#instrument-others"))
                    .contains("Industrials", figures(panel).percent(30, 1));
            assertThat(robot.lookup(".instrument-tag").queryAll()).hasSize(2);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void readsAFileAndShowsWhatItSays(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.HALO));
            panel.click("#instrument-tab-ratios");
            panel.await("nothing known", () -> panel.isVisible("#instrument-empty-ratios"));
            panel.click("#instrument-open");
            FakeData.FakeJob<List<CompanyIntake>> job = engine.data.newest(Job.ReadCompanies.class);
            assertThat(job.job())
                    .isEqualTo(new Job.ReadCompanies(List.of(new CompanySource.OfFile(FILE.toString())), false));
            engine.companies(SampleCompanies.all());
            panel.run(() ->
                    job.finish(List.of(new CompanyIntake(FILE.toString(), 60, 60, 0, List.of(), Optional.empty()))));
            panel.await("the ratios", () -> panel.rows("#instrument-ratios") == 12);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void loadingAndAFailedReadingAreToldAndWhatWasKnownStays(Language language, FxRobot robot) {
        engine.leaveUnanswered(Query.Companies.class);
        try (PanelTester panel = open(robot, language)) {
            panel.click("#instrument-tab-ratios");
            assertThat(panel.isVisible("#instrument-loading-ratios")).isTrue();
        }
        try (PanelTester panel = new PanelTester(
                robot,
                stage,
                new FakeEngine(),
                context -> new InstrumentController(context, engine::nowNanos, owner -> List.of()),
                language,
                760,
                560)) {
            panel.engine().companies(SampleCompanies.all());
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.HALO));
            panel.run(() -> panel.find("#instrument-tabs", TabPane.class)
                    .getSelectionModel()
                    .select(1));
            panel.await("the ratios", () -> panel.rows("#instrument-ratios") == 12);
            panel.engine().breakConnection("the line is cut");
            panel.focus(panel.find("#instrument-ratios", TableView.class)).press(KeyCode.F5);
            panel.await("the reason", () -> panel.text("#instrument-about").contains("the line is cut"));
            assertThat(panel.rows("#instrument-ratios")).isEqualTo(12);
            panel.engine().healConnection();
        }
    }
}
