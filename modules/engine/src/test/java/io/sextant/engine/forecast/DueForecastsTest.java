package io.sextant.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.forecast.DueSkill;
import io.sextant.domain.forecast.DueSkill.Word;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SteppedClock;
import io.sextant.engine.told.ToldFile;
import io.sextant.forecasting.registry.ModelRecord;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came due on a running desk against a recount from the bars and the two numbers that the model consists of. */
class DueForecastsTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final int BARS = 450;
    /** The 0.9 quantile of the standard normal distribution. */
    private static final double NINTH = 1.2815515655446004;

    @TempDir
    Path folder;

    private final BarsInMemory market = new BarsInMemory(BTC);
    private final ModelsInMemory registry = new ModelsInMemory();
    private ForecastDesk desk;

    @BeforeEach
    void open() {
        desk = opened();
    }

    private ForecastDesk opened() {
        ForecastDesk opened = new ForecastDesk(
                market, new LastMoveModels(() -> {}), registry, ToldFile.in(folder), new SteppedClock(0));
        opened.begin();
        return opened;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static double[] closes(double share) {
        SeededRandom random = new SeededRandom(5);
        double[] closes = new double[BARS];
        double log = Math.log(100);
        double move = 0;
        for (int i = 0; i < BARS; i++) {
            move = share * move + 0.01 * random.nextGaussian();
            log += move;
            closes[i] = Math.exp(log);
        }
        return closes;
    }

    private static long end(int bar) {
        return (bar + 1) * BarsInMemory.MINUTE;
    }

    /** Until what is known of this bar has been told, and nothing is learning. */
    private void live(double[] closes, int from, int to) throws Exception {
        for (int bar = from; bar < to; bar++) {
            market.add(closes[bar]);
            var unused = desk.outlook(BTC, Timeframe.M1, end(bar))
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (bar >= ForecastSeries.BARS_MIN - 1
                    && desk.board(BTC, Timeframe.M1).state() != ForecastBoard.State.READY) {
                assertThat(System.nanoTime()).as("patience").isLessThan(patience);
                LockSupport.parkNanos(200_000);
            }
        }
    }

    private DueBoard due(int afterBar, int lastBar) {
        return desk.due(BTC, Timeframe.M1, end(afterBar), end(lastBar));
    }

    private static DueSkill of(DueBoard board, String model, int step) {
        return board.skills().stream()
                .filter(each -> each.model().equals(model) && each.step() == step)
                .findFirst()
                .orElseThrow(() -> new AssertionError(model + " " + step + " in " + board));
    }

    /** Share and deviation. */
    private double[] learned() throws IOException {
        List<ModelRecord> records = registry.of("BTC-USDT 1m").stream()
                .filter(each -> each.model().equals(LastMoveModel.NAME))
                .toList();
        assertThat(records).hasSize(1);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(registry.content(records.getFirst())));
        return new double[] {in.readDouble(), in.readDouble()};
    }

    private void recounted(double[] closes, int after, int last) throws IOException {
        double share = learned()[0];
        double deviation = learned()[1];
        DueBoard board = due(after, last);
        for (int step : new int[] {1, 5, 10}) {
            double own = 0;
            double naive = 0;
            double ownAbsolute = 0;
            double naiveAbsolute = 0;
            int inside = 0;
            for (int bar = after + 1; bar <= last; bar++) {
                double made = Math.log(closes[bar - step]);
                double move = made - Math.log(closes[bar - step - 1]);
                double forecast = made + move * share * (1 - Math.pow(share, step)) / (1 - share);
                double value = Math.log(closes[bar]);
                own += (value - forecast) * (value - forecast);
                naive += (value - made) * (value - made);
                ownAbsolute += Math.abs(value - forecast);
                naiveAbsolute += Math.abs(value - made);
                inside += Math.abs(value - forecast) <= NINTH * deviation * Math.sqrt(step) ? 1 : 0;
            }
            DueSkill skill = of(board, LastMoveModel.NAME, step);
            assertThat(skill.forecasts()).isEqualTo(last - after);
            assertThat(skill.rmseOverNaive()).isCloseTo(Math.sqrt(own / naive), within(1e-9));
            assertThat(skill.maeOverNaive()).isCloseTo(ownAbsolute / naiveAbsolute, within(1e-9));
            assertThat(skill.coverage80()).isCloseTo((double) inside / (last - after), within(1e-12));
        }
    }

    @Test
    void whatCameDueIsCountedByModelAndStepAndJudgedByItsTimeAlone() throws Exception {
        double[] closes = closes(0.6);
        live(closes, 0, BARS);
        int after = BARS - 71;
        recounted(closes, after, BARS - 1);
        recounted(closes, after, BARS - 20);

        DueBoard board = due(after, BARS - 1);
        assertThat(of(board, LastMoveModel.NAME, 1).word())
                .as("a share of 0.6 takes a third of the variance away")
                .isEqualTo(Word.BETTER);
        assertThat(of(board, LastMoveModel.NAME, 10))
                .as("70 of ten bars are fewer than seven spans")
                .satisfies(each -> assertThat(each.word()).isEqualTo(Word.TOO_FEW))
                .satisfies(each -> assertThat(each.needed()).isEqualTo(100))
                .satisfies(each -> assertThat(each.pValue()).isNaN());
        assertThat(of(board, "naive", 1).rmseOverNaive()).isCloseTo(1, within(1e-9));
        assertThat(of(board, "naive", 1).word()).isEqualTo(Word.NAIVE);
        assertThat(board.countedSinceNanos()).isEmpty();

        DueBoard few = due(BARS - 30, BARS - 1);
        assertThat(of(few, LastMoveModel.NAME, 1).forecasts()).isEqualTo(29);
        assertThat(of(few, LastMoveModel.NAME, 1).word()).isEqualTo(Word.TOO_FEW);
        assertThat(due(0, BARS - 1).countedSinceNanos()).isPresent();
        assertThat(due(0, 200).skills()).isEmpty();
    }

    @Test
    void aWalkWithoutMemoryIsNeverToldToBeForecast() throws Exception {
        live(closes(0), 0, BARS);
        DueBoard board = due(BARS - 101, BARS - 1);
        assertThat(board.skills())
                .filteredOn(each -> !each.model().equals("naive"))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.word()).isIn(Word.CHANCE, Word.WORSE))
                .allSatisfy(each -> assertThat(each.pValue()).isGreaterThan(0.05));
    }

    @Test
    void aLaterDeskKnowsWhatCameDueAndCountsTheBarsBetween() throws Exception {
        double[] closes = closes(0.6);
        int stopped = BARS - 60;
        int begun = BARS - 20;
        live(closes, 0, stopped);
        DueBoard before = due(ForecastSeries.BARS_MIN + 20, stopped - 1);
        desk.close();
        market.add(Arrays.copyOfRange(closes, stopped, begun));
        desk = opened();
        assertThat(due(ForecastSeries.BARS_MIN + 20, stopped - 1))
                .as("before any series was opened")
                .isEqualTo(before);
        live(closes, begun, BARS);
        assertThat(due(ForecastSeries.BARS_MIN + 20, stopped - 1)).isEqualTo(before);
        recounted(closes, stopped + 5, BARS - 1);
    }
}
