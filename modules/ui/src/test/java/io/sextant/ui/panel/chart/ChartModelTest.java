package io.sextant.ui.panel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.LiveBars;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.ChartStatus;
import io.sextant.ui.chart.NewsMark;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.testing.FakeInstruments;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChartModelTest {

    private static final ChartSubject BITCOIN =
            ChartSubject.of(FakeInstruments.CATALOG.getInstrument(FakeInstruments.BTC));
    private static final ChartSubject ETHER =
            ChartSubject.of(FakeInstruments.CATALOG.getInstrument(FakeInstruments.ETH));
    private static final long MINUTE = Timeframe.M1.nominalNanos();

    private final ChartModel model = new ChartModel();

    @Test
    void mergesLiveBarsByTimeIntoWhatWasLoaded() {
        begin(minutes(0, 100));
        assertThat(model.live(live(90, 102))).isFalse();
        CandleSeries series = model.series().get();
        assertThat(series.size()).isEqualTo(102);
        assertThat(series.close(series.endIndex() - 1)).isEqualTo(101);
    }

    @Test
    void liveBarsThatComeBeforeTheLoadWaitForIt() {
        ChartModel.Request request = model.begin(Optional.of(BITCOIN)).orElseThrow();
        assertThat(model.live(live(95, 104))).isFalse();
        assertThat(model.status().get()).isEqualTo(ChartStatus.LOADING);
        model.loaded(request, minutes(0, 100));
        assertThat(model.series().get().size()).isEqualTo(104);
    }

    @Test
    void aGapAsksForTheBarsAgainOnceAndMendsIt() {
        begin(minutes(0, 100));
        assertThat(model.live(live(120, 130))).isTrue();
        ChartModel.Request again = model.reload().orElseThrow();
        assertThat(model.live(live(121, 131)))
                .as("while the answer is under way")
                .isFalse();
        model.loaded(again, minutes(0, 131));
        assertThat(model.live(live(121, 132))).isFalse();
        assertThat(model.series().get().size()).isEqualTo(132);
    }

    @Test
    void anAnswerToAnEarlierRequestIsDropped() {
        ChartModel.Request first = model.begin(Optional.of(BITCOIN)).orElseThrow();
        ChartModel.Request second = model.begin(Optional.of(ETHER)).orElseThrow();
        model.loaded(first, minutes(0, 100));
        assertThat(model.series().get().isEmpty()).isTrue();
        model.loaded(second, minutes(0, 50));
        assertThat(model.series().get().size()).isEqualTo(50);
        assertThat(model.live(live(49, 52))).as("bars of another instrument").isFalse();
        assertThat(model.series().get().size()).isEqualTo(50);
    }

    @Test
    void pricesOfAnArchivedSeriesAreShownAsFinelyAsTheyWereWritten() {
        ChartModel.Request request = model.begin(Optional.of(ChartSubject.archived(InstrumentId.of("GBPUSD"))))
                .orElseThrow();
        model.loaded(request, prices(1.60712, 1.6071, 1.6));
        assertThat(model.decimals().get()).isEqualTo(5);
        model.loaded(model.reload().orElseThrow(), prices(4200, 4300));
        assertThat(model.decimals().get()).isZero();
        model.loaded(model.reload().orElseThrow(), prices(123.456789012345));
        assertThat(model.decimals().get()).as("digits of a computed price").isEqualTo(4);
        model.begin(Optional.of(BITCOIN));
        assertThat(model.decimals().get()).isEqualTo(1);
    }

    private static BarSeries prices(double... closes) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < closes.length; i++) {
            bars.add(i * MINUTE, closes[i], closes[i], closes[i], closes[i], 1);
        }
        return bars.build();
    }

    @Test
    void olderBarsGoInFrontUntilThereAreNoMore() {
        begin(minutes(100, 200));
        ChartModel.Request older = model.olderWanted().orElseThrow();
        model.olderLoaded(older, minutes(40, 100));
        assertThat(model.series().get().size()).isEqualTo(160);
        model.olderLoaded(model.olderWanted().orElseThrow(), BarSeries.EMPTY);
        assertThat(model.olderWanted()).isEmpty();
    }

    @Test
    void saysWhyThereAreNoBars() {
        ChartModel.Request request = model.begin(Optional.of(BITCOIN)).orElseThrow();
        model.failed(request);
        assertThat(model.status().get()).isEqualTo(ChartStatus.FAILED);
        begin(BarSeries.EMPTY);
        assertThat(model.status().get()).isEqualTo(ChartStatus.NO_DATA_FOR_TIMEFRAME);
        model.live(live(0, 3));
        assertThat(model.status().get()).isEqualTo(ChartStatus.READY);
    }

    @Test
    void showsOwnFillsOfTheInstrumentOnce() {
        begin(minutes(0, 10));
        model.filled(List.of(fill(1), fill(2)));
        model.filled(List.of(fill(2)));
        assertThat(model.fills().get()).hasSize(2);
        model.begin(Optional.of(ETHER));
        assertThat(model.fills().get()).isEmpty();
    }

    @Test
    void asksForBarsAgainWhoseMarkWentOrShrank() {
        begin(minutes(0, 10));
        ChartModel.Request request = model.current().orElseThrow();
        assertThat(model.doubted(request, List.of(doubt(2, 6))))
                .as("a new mark")
                .isFalse();
        assertThat(model.doubted(request, List.of(doubt(1, 7))))
                .as("a wider mark")
                .isFalse();
        assertThat(model.doubted(request, List.of(doubt(1, 7), doubt(8, 9))))
                .as("one more")
                .isFalse();
        assertThat(model.doubted(request, List.of(doubt(3, 7), doubt(8, 9))))
                .as("a shorter one")
                .isTrue();
        assertThat(model.doubted(request, List.of(doubt(3, 7)))).as("one less").isTrue();
        model.begin(Optional.of(BITCOIN));
        assertThat(model.doubted(request, List.of()))
                .as("of what is no longer shown")
                .isFalse();
    }

    @Test
    void afterALoadAnewOlderBarsCanBeFetchedAgain() {
        begin(minutes(100, 200));
        model.olderLoaded(model.olderWanted().orElseThrow(), BarSeries.EMPTY);
        assertThat(model.olderWanted()).isEmpty();
        model.loaded(model.reload().orElseThrow(), minutes(150, 200));
        assertThat(model.olderWanted()).isPresent();
    }

    @Test
    void thePastComesAsOneChangeAndOrdersLeaveTheNewsAlone() {
        begin(minutes(0, 10));
        AtomicInteger changes = new AtomicInteger();
        model.news().addListener((property, before, now) -> changes.incrementAndGet());
        model.published(
                LongStream.range(0, 500).mapToObj(ChartModelTest::headline).toList());
        assertThat(model.news().get()).hasSize(500);
        assertThat(changes).hasValue(1);
        List<Headline> shown = model.news().get();
        model.filled(List.of(fill(1)));
        assertThat(model.news().get()).isSameAs(shown);
    }

    @Test
    void keepsTheNewestHeadlinesAndFillsOnly() {
        begin(minutes(0, 10));
        int headlines = ChartPast.MOST_HEADLINES + 7;
        model.published(LongStream.range(0, headlines)
                .mapToObj(ChartModelTest::headline)
                .toList());
        assertThat(model.news().get()).hasSize(ChartPast.MOST_HEADLINES);
        assertThat(model.news().get().getLast().text()).isEqualTo("no. " + (headlines - 1));

        int fills = ChartPast.MOST_FILLS + 7;
        model.filled(LongStream.range(0, fills)
                .mapToObj(ChartModelTest::fill)
                .toList()
                .reversed());
        assertThat(model.fills().get()).hasSize(ChartPast.MOST_FILLS).last().isEqualTo(fill(fills - 1));
    }

    @Test
    void writesAHeadlineOnce() {
        NewsMarks marks = new NewsMarks(new Texts(Language.ENGLISH, ZoneOffset.UTC));
        NewsMark first = marks.of(List.of(headline(1).headline())).getFirst();
        assertThat(first.text()).contains("no. 1");
        List<NewsMark> both =
                marks.of(List.of(headline(1).headline(), headline(2).headline()));
        assertThat(both.getFirst()).isSameAs(first);
        marks.rewrite();
        assertThat(marks.of(List.of(headline(1).headline())).getFirst()).isNotSameAs(first);
    }

    private static MarkedStretch doubt(int from, int to) {
        return new MarkedStretch(from * MINUTE, to * MINUTE, "late");
    }

    private static HeadlinePublished headline(long position) {
        return new HeadlinePublished(
                position,
                position * MINUTE,
                new Headline(position * MINUTE, List.of(), "", List.of(), "no. " + position, "wire"));
    }

    private void begin(BarSeries bars) {
        model.loaded(model.begin(Optional.of(BITCOIN)).orElseThrow(), bars);
    }

    private static LiveBars live(int from, int to) {
        return new LiveBars(FakeInstruments.BTC, Timeframe.M1, minutes(from, to));
    }

    /** A bar a minute that closes at its number. */
    private static BarSeries minutes(int from, int to) {
        BarSeriesBuilder series = new BarSeriesBuilder();
        for (int i = from; i < to; i++) {
            series.add(i * MINUTE, i, i + 1, i - 1, i, 1);
        }
        return series.build();
    }

    private static Fill fill(long trade) {
        Money zero = Money.zero(Currency.USDT);
        return new Fill(
                trade,
                new OrderId(1),
                FakeInstruments.BTC,
                Side.BUY,
                Price.parse("1"),
                Quantity.parse("1"),
                zero,
                zero,
                false,
                0);
    }
}
