package io.sextant.voice.conversation;

import static io.sextant.voice.conversation.SmallDesk.COIN;
import static io.sextant.voice.conversation.SmallDesk.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ExitStop;
import io.sextant.voice.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sentences make of a position, an amount of money and everything that is held. */
class OrdersFromSentencesTest extends TalkedDesk {

    @Test
    void sharesOfAPositionAreWholeLotsAndNeverMoreThanWasSaid() {
        desk.positions = List.of(SmallDesk.held(COIN, "0.12345678", Currency.USDT));

        say("sell half of my bitcoin");
        say("yes");

        assertThat(order().quantity()).isEqualTo(Quantity.parse("0.0617"));
        assertThat(order().handling().reduceOnly()).isTrue();
        assertThat(order().side()).isEqualTo(Side.SELL);
    }

    @Test
    void moneyBuysWholeLotsBelowIt() {
        say("buy one hundred dollars of bitcoin");
        say("yes");

        assertThat(order().quantity()).isEqualTo(Quantity.parse("0.0015"));
    }

    @Test
    void closingEverythingOfOneInstrumentIsAFlattenOfIt() {
        desk.positions = List.of(SmallDesk.held(COIN, "-0.5", Currency.USDT));
        say("close my bitcoin position");
        say("yes");

        assertThat(desk.commands()).containsExactly(new FlattenPositions(new CancelScope.OneInstrument(COIN)));
    }

    @Test
    void exposureIsReducedPositionByPosition() {
        desk.positions = List.of(
                SmallDesk.held(COIN, "-0.5", Currency.USDT),
                SmallDesk.held(SHARE, "7", Currency.USD),
                SmallDesk.held(SHARE, "0", Currency.USD));
        say("reduce my exposure by fifty percent");
        say("yes");

        assertThat(desk.commands().stream()
                        .map(each -> ((PlaceOrder) each).draft())
                        .map(each -> each.side() + " " + each.quantity()))
                .containsExactly("BUY 0.25", "SELL 3");
    }

    @Test
    void whatIsRefusedStopsTheRest() {
        desk.positions = List.of(SmallDesk.held(COIN, "0.5", Currency.USDT), SmallDesk.held(SHARE, "7", Currency.USD));
        desk.refusedPlace = 0;
        say("reduce my exposure by fifty percent");

        assertThat(text(say("yes"))).startsWith("Refused: ");
        assertThat(desk.sent).hasSize(1);
    }

    @Test
    void whatBreaksInTheMiddleTellsWhatWasAcceptedAndThatTheRestIsNotKnown() {
        desk.positions = List.of(SmallDesk.held(COIN, "0.5", Currency.USDT), SmallDesk.held(SHARE, "7", Currency.USD));
        desk.brokenPlace = 1;
        Conversation french = conversation(Language.FRENCH);
        say(french, "réduis l'exposition de 50 pour cent");

        Reply sent = say(french, "oui");

        assertThat(((Reply.Sent) sent).answers()).hasSize(1);
        assertThat(text(sent))
                .startsWith("1 sur 2 acceptés")
                .contains("On ne sait pas")
                .doesNotContain("cut");
        assertThat(desk.sent).hasSize(2);
    }

    @Test
    void anExitStandsOnTheTickAndOnTheRightSide() {
        desk.positions = List.of(SmallDesk.held(COIN, "0.5", Currency.USDT));
        say("set a stop on bitcoin at 3.33 percent");
        say("yes");

        // 64,000 less 3.33% is 61,868.8; the next half above it is nearer to the market.
        assertThat(desk.commands().getFirst()).isInstanceOfSatisfying(PlaceBracket.class, bracket -> {
            assertThat(bracket.terms().exits().stop()).isEqualTo(new ExitStop.Fixed(Price.parse("61869")));
            assertThat(bracket.terms().opening()).isInstanceOf(BracketTerms.Opening.Held.class);
        });
        assertThat(text(say("set a stop on bitcoin at 65000"))).contains("reached at once");
    }

    @Test
    void aProfileIsChosenForADay() {
        say("switch to defensive regime");
        say("yes");

        assertThat(desk.commands())
                .containsExactly(new ChangeSetting("regime.override", "DEFENSIVE " + (1_000 + 86_400 * SECOND)));
    }

    @ParameterizedTest
    @CsvSource({"start trading, ACTIVE", "pause trading, REDUCING", "stop trading now, HALTED"})
    void tradingIsSwitchedAtTheGate(String sentence, GateState state) {
        say(sentence);
        say("yes");

        assertThat(desk.commands()).containsExactly(new ChangeGateState(state, "by voice"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    buy 0.00015 bitcoin                        | 0.00015 is not a whole number of lots of 0.0001.
                    buy one bitcoin at limit 64000.3           | 64000.3 lies between two prices; the step is 0.5.
                    buy five dollars of bitcoin                | That is less than the smallest order of BTC-USDT.
                    buy one hundred euros of bitcoin           | BTC-USDT is paid in USDT.
                    sell half of my bitcoin                    | There is no such position.
                    close my bitcoin position                  | There is no such position.
                    close all positions                        | There is no such position.
                    cancel the last order                      | No order works.
                    cancel order seven                         | No working order has the number 7.
                    buy ten index                              | SIM4 cannot be traded.
                    buy [unk] bitcoin                          | There was a word in it that I do not know, so nothing was done.
                    sell half of it                            | Which instrument do you mean?
                    the weather is fine                        | I do not know that command. Say help for what can be said.
                    """)
    void whatCannotBeDraftedIsToldAndOpensNothing(String sentence, String answer) {
        assertThat(text(say(sentence))).isEqualTo(answer);
        assertThat(english.findDraft()).isEmpty();
    }

    @Test
    void whatTheGateWouldRefuseIsNotDrafted() {
        desk.previewRefusal = Optional.of(Refusal.of(RefusalCode.NOT_TRADABLE, "NARWHAL.SIM"));

        assertThat(text(say("buy ten narwhal")))
                .contains("risk gate would refuse it")
                .contains("NARWHAL.SIM");
        assertThat(english.findDraft()).isEmpty();
    }
}
