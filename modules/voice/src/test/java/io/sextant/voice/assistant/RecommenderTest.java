package io.sextant.voice.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.position.Position;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.time.SeededRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecommenderTest extends RecommendedDesk {

    @Test
    void aSkilledForecastBeyondItsCostIsRecommendedWithItsEvidence() {
        Recommendation found = look().orElseThrow();

        assertThat(found.side()).isEqualTo(Side.BUY);
        assertThat(found.quantity()).isEqualTo(Quantity.parse("2.0000"));
        Map<String, String> told = found.evidence().facts().stream()
                .collect(Collectors.toMap(Fact::name, Fact::value, (one, other) -> one));
        // The lower end of 101 is 1% above 100; 0.2 of 200 paid twice is 0.2%.
        assertThat(told)
                .containsEntry("recommend.edge", "1.000%")
                .containsEntry("recommend.cost", "0.200%")
                .containsEntry("skill.pValue", "0.004")
                .containsEntry("recommend.quantity", "2");
        assertThat(found.evidence().text())
                .contains("optimiser has nothing to say: 1 instruments", "sizing rule", "the rule alone allows");
        assertThat(found.evidence().facts()).allMatch(fact -> !fact.source().isEmpty());
    }

    @Test
    void aFallIsOnlyRecommendedToWhoHoldsItAndNoMoreThanThat() {
        low = 96;
        high = 98;
        assertThat(look()).isEmpty();

        positions = List.of(new Position(COIN, 5, 1, NONE, Price.of(1, 0), NONE, NONE, NONE, NONE, NONE));
        Recommendation found = look().orElseThrow();

        assertThat(found.side()).isEqualTo(Side.SELL);
        assertThat(found.quantity()).isEqualTo(Quantity.of(5, 1));
    }

    /** Whatever the intervals of forecasts without measured skill look like, and wherever the price walks. */
    @Test
    void aWalkWithoutSkillNeverBringsOne() {
        RandomGenerator random = new SeededRandom(9);
        int beyond = 0;
        for (int step = 0; step < 2_000; step++) {
            price = Math.round(1e4 * price * Math.exp(0.01 * random.nextGaussian())) / 1e4;
            double middle = price * (1 + 0.01 * random.nextGaussian());
            double half = price * 0.01 * random.nextDouble();
            low = middle - half;
            high = middle + half;
            verdict = random.nextBoolean() ? Verdict.NO_EVIDENCE : Verdict.WORSE_THAN_NAIVE;
            beyond += low > price * 1.002 ? 1 : 0;
            assertThat(look()).isEmpty();
        }
        assertThat(beyond)
                .as("cases in which nothing but the word kept it back")
                .isGreaterThan(100);
    }

    @Test
    void anIntervalThatHoldsThePriceOrLessThanTheCostBringsNone() {
        low = 99;
        assertThat(look()).isEmpty();
        low = 100.1;
        assertThat(look()).isEmpty();
        low = 100.3;
        assertThat(look()).isPresent();
    }

    @Test
    void whatCannotBeTrustedOrDoneIsNotRecommended() {
        model = "naive";
        assertThat(look()).as("the last price again").isEmpty();
        model = "ridge";
        drift = Optional.of(new DriftGauge(0, 1, 0.8, 50, Optional.of(DriftGauge.Alarm.ERRORS)));
        assertThat(look()).as("drifted").isEmpty();
        drift = Optional.empty();
        fanEnds = now;
        assertThat(look()).as("of a bar that is over").isEmpty();
        fanEnds = now + 1;
        killed = true;
        assertThat(look()).as("killed").isEmpty();
        killed = false;
        feed = FeedStatus.STALE;
        assertThat(look()).as("stale").isEmpty();
        feed = FeedStatus.CONNECTED;
        refusal = Optional.of(Refusal.of(RefusalCode.NOTIONAL_LIMIT, "2", "1"));
        assertThat(look()).as("refused by the gate").isEmpty();
        refusal = Optional.empty();
        size = new SizeSuggestion.TooLittleHistory(COIN, 3, 15);
        assertThat(look()).as("no size").isEmpty();
    }

    @Test
    void shownOnesRestADayAndDismissedOnesStayAwayWhileTheSameModelSaysIt() {
        Recommendation first = look().orElseThrow();
        remember(first.note(false));
        assertThat(look()).isEmpty();
        later(23 * HOUR);
        assertThat(look()).isEmpty();
        later(HOUR);
        assertThat(look()).isPresent();

        remember(first.note(true));
        later(300 * HOUR);
        assertThat(look()).isEmpty();
        settings.replaceAll((key, value) -> value.replace("m-1", "m-0"));
        assertThat(look()).as("another model says it now").isPresent();
    }

    @Test
    void thereIsAtMostOneAnHourAndThreeADay() {
        for (String other : List.of("A-USDT", "B-USDT", "C-USDT")) {
            remember(new Recommendation.Note(InstrumentId.of(other), Side.BUY, "m", now, false));
            assertThat(look()).as("in the same hour").isEmpty();
            later(HOUR);
            assertThat(look().isPresent()).as(other).isEqualTo(!other.startsWith("C"));
        }
        later(22 * HOUR);
        assertThat(look()).isPresent();
    }

    private void later(long nanos) {
        now += nanos;
        fanEnds = now + HOUR;
    }

    private void remember(Recommendation.Note note) {
        settings.put(note.toSetting().key(), note.toSetting().value());
    }
}
