package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.BacktestSetup.Costs;
import io.sextant.domain.backtest.BacktestSetup.Fill;
import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.rules.RuleLine;
import io.sextant.domain.rules.RuleLine.Relation;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.SavedRules;
import io.sextant.domain.rules.SavedRules.ChangedMeanwhile;
import io.sextant.domain.rules.SavedRules.Saved;
import io.sextant.domain.rules.SavedRules.Taken;
import io.sextant.engine.verdict.TrialLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleShelfTest {

    private static final JobWorks.Progress NOBODY = new JobWorks.Progress() {

        @Override
        public void done(double share) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {}
    };

    @TempDir
    Path data;

    private Path folder() {
        return data.resolve("strategies");
    }

    private RuleShelf shelf() {
        return new RuleShelf(Optional.of(folder()));
    }

    private static RuleSheet sheet(String name, String length) {
        RuleLine above = new RuleLine.Compared("close", Relation.CROSSES_ABOVE, "sma:" + length);
        RuleLine below = new RuleLine.Group(
                true, List.of(new RuleLine.Compared("close", Relation.CROSSES_BELOW, "sma:" + length)));
        return new RuleSheet(
                name,
                "",
                List.of(),
                new RuleSheet.Side(List.of(above), List.of(below)),
                RuleSheet.Side.NONE,
                new RuleSheet.Size.Share("50%"),
                new RuleSheet.Exits("4%", "", "", ""),
                "");
    }

    private SavedRules save(String file, RuleSheet sheet, Optional<String> before) {
        return shelf().work(new Job.SaveRules(file, sheet, before), NOBODY);
    }

    @Test
    void savesRulesAndOpensThemAgainAsTheyWere() {
        assertThat(shelf().files()).isEmpty();
        Saved saved = (Saved) save("dip.yaml", sheet("dip", "20"), Optional.empty());
        assertThat(shelf().files()).containsExactly("dip.yaml");
        assertThat(shelf().open("dip.yaml").orElseThrow().sheet()).contains(sheet("dip", "20"));
        assertThat(shelf().open("dip.yaml").orElseThrow().text()).isEqualTo(saved.text());
        assertThat(shelf().open("none.yaml")).isEmpty();
    }

    @Test
    void writesOverNothingThatSomebodyElseWrote() throws IOException {
        Saved saved = (Saved) save("dip.yaml", sheet("dip", "20"), Optional.empty());
        assertThat(save("dip.yaml", sheet("dip", "30"), Optional.empty())).isEqualTo(new Taken("dip.yaml"));
        Files.writeString(folder().resolve("dip.yaml"), "# mine\n" + saved.text());
        assertThat(shelf().open("dip.yaml").orElseThrow().hasRemarks()).isTrue();
        assertThat(save("dip.yaml", sheet("dip", "30"), Optional.of(saved.text())))
                .isEqualTo(new ChangedMeanwhile("dip.yaml"));
        assertThat(save("dip.yaml", sheet("dip", "30"), Optional.of("# mine\n" + saved.text())))
                .isInstanceOf(Saved.class);
        assertThat(shelf().open("dip.yaml").orElseThrow().sheet()).contains(sheet("dip", "30"));
    }

    @Test
    void writesNothingThatIsWrongAndNothingElsewhere() {
        assertThat(save("dip.yaml", sheet("dip", "0"), Optional.empty())).isInstanceOf(SavedRules.Wrong.class);
        for (String file : List.of("../dip.yaml", "dip.txt", "/tmp/dip.yaml", ".dip.yaml", "a\\b.yaml")) {
            assertThat(save(file, sheet("dip", "20"), Optional.empty())).isInstanceOf(SavedRules.CannotWrite.class);
            assertThat(shelf().open(file)).isEmpty();
        }
        assertThat(folder()).doesNotExist();
        assertThat(new RuleShelf(Optional.empty()).files()).isEmpty();
    }

    @Test
    void saysOfAFileThatCannotBeReadWhatIsWrongAndOffersItNowhere() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("bad.yaml"), "name: bad\nlong:\n  enter: [clsoe > 3]\n");
        assertThat(shelf().open("bad.yaml").orElseThrow().sheet()).isEmpty();
        assertThat(shelf().open("bad.yaml").orElseThrow().troubles())
                .containsExactly("line 3: there is no indicator called 'clsoe'");
        assertThat(BacktestLab.cards(new LabStrategies(Optional.of(folder()))))
                .extracting(StrategyCard::name)
                .contains("sma-cross")
                .doesNotContain("bad.yaml");
    }

    @Test
    void savedRulesAreOfferedAndTestedAndTellThemselvesFromTheirFormerOnes() {
        Saved first = (Saved) save("dip.yaml", sheet("dip", "20"), Optional.empty());
        LabStrategies strategies = new LabStrategies(Optional.of(folder()));
        assertThat(BacktestLab.cards(strategies)).extracting(StrategyCard::name).contains("dip.yaml");
        LabKeeping keeping = new LabKeeping(TrialLedger.inMemory(), Optional.empty(), "", 1, strategies);
        BacktestLab lab = new BacktestLab(wanted -> bars(), keeping);
        assertThat(tries(lab)).isEqualTo(1);
        assertThat(tries(lab)).as("the same again").isEqualTo(1);
        save("dip.yaml", sheet("dip", "9"), Optional.of(first.text()));
        assertThat(tries(lab)).as("others").isEqualTo(2);
    }

    private static BarSeries bars() {
        BarSeriesBuilder built = new BarSeriesBuilder();
        for (int i = 0; i < 300; i++) {
            double close = 100 + 10 * Math.sin(i / 9.0);
            built.add(i * 3_600_000_000_000L, close, close + 1, close - 1, close, 1_000);
        }
        return built.build();
    }

    private static int tries(BacktestLab lab) {
        BacktestReport report = lab.work(
                new Job.RunBacktest(new BacktestSetup(
                        "dip.yaml",
                        Map.of(),
                        List.of(InstrumentId.of("BTC-USDT")),
                        Timeframe.H1,
                        0,
                        Long.MAX_VALUE,
                        10_000,
                        new Costs(0, 0, 0),
                        Fill.NEXT_OPEN,
                        true)),
                NOBODY);
        BacktestReport.Ran ran = (BacktestReport.Ran) report;
        assertThat(ran.trades()).isNotEmpty();
        return ran.tries();
    }
}
