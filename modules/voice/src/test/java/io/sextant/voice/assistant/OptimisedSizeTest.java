package io.sextant.voice.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.domain.time.SeededRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Sizes of recommendations: the optimiser's, within the rule of the ticket. */
class OptimisedSizeTest extends RecommendedDesk {

    /** A lot is 0.0001 of a coin, worth 0.01 at a price of 100. */
    @Test
    void theSizeIsTheOptimisersAndTheRuleIsItsCap() {
        weights = optimised(0.15, 0.05);
        Recommendation found = look().orElseThrow();
        // A tenth of 1,000 is 100, which is one coin; the rule would allow two.
        assertThat(found.quantity()).isEqualTo(Quantity.parse("1.0000"));
        Map<String, Fact> facts = facts(found);
        assertThat(facts.get("optimiser.weight").value()).isEqualTo("15.0%");
        assertThat(facts.get("optimiser.held").value()).isEqualTo("5.0%");
        assertThat(facts.get("recommend.quantity").source()).isEqualTo("optimiser:BTC-USDT");
        assertThat(facts.get("optimiser.quantity").value()).isEqualTo("1");
        assertThat(facts.get("recommend.most"))
                .as("the cap is told even where it does not bind")
                .isEqualTo(new Fact("recommend.most", "2", "risk"));

        weights = optimised(0.9, 0.05);
        found = look().orElseThrow();
        assertThat(found.quantity()).as("8.5 coins within the rule's two").isEqualTo(Quantity.parse("2.0000"));
        assertThat(facts(found).get("optimiser.quantity").value()).isEqualTo("8.5");
        assertThat(facts(found).get("recommend.quantity").source()).isEqualTo("risk");
    }

    /** The middle of the fan is 102 at a price of 100 and there and back costs 0.2%: 1.8% an hour, of which 1 - 0.97^2 counts. */
    @Test
    void theOptimiserIsAskedAsThePanelAsksWithTheForecastAsAViewWeighedByItsSkill() {
        settings.putAll(new Goals(5, 0.25, Set.of(), Set.of(), Set.of()).settings());
        weights = optimised(0.15, 0);
        Recommendation found = look().orElseThrow();

        OptimiserWish last = wished.getLast();
        assertThat(last.goals()).isEqualTo(new Goals(5, 0.25, Set.of(), Set.of(), Set.of()));
        assertThat(last.method()).isEqualTo(WeightMethod.GOALS);
        assertThat(last.timeframe()).isEqualTo(Timeframe.H1);
        assertThat(last.shorts()).as("a coin is paid in full").isFalse();
        assertThat(last.views()).singleElement().satisfies(view -> {
            assertThat(view.instrument()).isEqualTo(COIN);
            assertThat(view.expected()).isCloseTo(0.018 * 8_766, within(1e-9));
            assertThat(view.confidence()).isCloseTo(1 - 0.97 * 0.97, within(1e-12));
        });
        assertThat(facts(found).get("optimiser.move").value()).isEqualTo("1.80%");
        assertThat(facts(found).get("optimiser.confidence").value()).isEqualTo("5.9%");
    }

    @Test
    void whatTheOptimiserWouldNotBuyIsNotRecommendedAndNorIsWhatAPersonNeverWants() {
        weights = optimised(0.05, 0.05);
        assertThat(look()).as("it holds what it would").isEmpty();
        weights = optimised(0.01, 0.05);
        assertThat(look()).as("it would sell").isEmpty();
        weights = optimised(0.15, 0.05);
        settings.putAll(new Goals(5, 0.5, Set.of(), Set.of("BTC-USDT"), Set.of()).settings());
        wished.clear();
        assertThat(look()).as("excluded").isEmpty();
        assertThat(wished).isEmpty();
    }

    @Test
    void whereTheOptimiserHasNothingToSayTheRuleSpeaksAndSaysSo() {
        weights = new OptimiserBoard.TooFewBars(List.of(COIN), 12, 60);
        assertThat(look().orElseThrow().evidence().text()).contains("12 bars in common", "the rule alone");
        weights = new OptimiserBoard.NotSolved(WeightTrouble.of(WeightTrouble.Code.UNSETTLED, "no"));
        assertThat(look().orElseThrow().evidence().text()).contains("no weights within its limits");
        ratio = 1.01;
        wished.clear();
        Recommendation found = look().orElseThrow();
        assertThat(found.evidence().text()).contains("no smaller than those of the last price");
        assertThat(found.quantity()).isEqualTo(Quantity.parse("2.0000"));
        assertThat(facts(found).get("recommend.quantity").source()).isEqualTo("risk");
        assertThat(wished).as("it is not asked without a forecast").isEmpty();
    }

    /** Whatever the optimiser wants and the gate allows, over many weights. */
    @Test
    void nothingIsSuggestedThatTheGateWouldRefuse() {
        RandomGenerator random = new SeededRandom(11);
        int suggested = 0;
        for (int i = 0; i < 500; i++) {
            weights = optimised(random.nextDouble(), random.nextDouble());
            most = 4 * random.nextDouble();
            Optional<Recommendation> found = look();
            found.ifPresent(one -> {
                assertThat(one.quantity().toDouble()).isLessThanOrEqualTo(most).isLessThanOrEqualTo(2);
                assertThat(one.quantity().units() > 0).isTrue();
            });
            suggested += found.isPresent() ? 1 : 0;
        }
        assertThat(suggested).isBetween(50, 450);
    }
}
