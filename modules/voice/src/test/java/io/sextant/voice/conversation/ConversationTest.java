package io.sextant.voice.conversation;

import static io.sextant.voice.conversation.SmallDesk.COIN;
import static io.sextant.voice.conversation.SmallDesk.SHARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.voice.command.Amount;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Pricing;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.draft.Draft;
import io.sextant.voice.language.Language;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest extends TalkedDesk {

    @Test
    void anOrderIsReadBackExactlyAndSentByItsYesAlone() {
        Reply drafted = say("buy zero point two five bitcoin at a limit of sixty four thousand and a half");

        assertThat(drafted)
                .isInstanceOfSatisfying(
                        Reply.Drafted.class,
                        reply -> assertThat(reply.text())
                                .isEqualTo(
                                        "Buy 0.25 BTC-USDT at 64,000.5 or less. About 1,234.50 USDT at 64,000. Fee about 0.12345678 USDT."
                                                + " Position from 0 to 0.25. Expected loss of the worst days (97.5%): 1,200 USD now, 1,500 USD after."
                                                + " Say yes within 15 seconds to send it."));
        assertThat(desk.sent).isEmpty();

        assertThat(say("yes")).isInstanceOf(Reply.Sent.class);
        OrderDraft sent = order();
        assertThat(sent.quantity()).isEqualTo(Quantity.parse("0.25"));
        assertThat(sent.type()).isEqualTo(OrderType.limit(Price.parse("64000.5")));
        assertThat(sent.origin()).isEqualTo(OrderOrigin.VOICE);

        assertThat(text(say("yes"))).isEqualTo("Nothing waits for a yes.");
        assertThat(desk.sent).hasSize(1);
    }

    @Test
    void whatAButtonProposesIsADraftLikeAnyOther() {
        Instruction instruction =
                new Instruction.Trade(Side.BUY, new Amount.Units(Quantity.parse("0.25")), COIN, new Pricing.AtMarket());

        Reply drafted = join(english.propose(instruction));

        assertThat(drafted).isInstanceOf(Reply.Drafted.class);
        assertThat(desk.sent).isEmpty();
        assertThat(say("yes")).as("nobody has seen it yet").isNotInstanceOf(Reply.Sent.class);
        english.shown(drafted(drafted).id(), clock.nanos());
        tick();
        assertThat(say("yes")).isInstanceOf(Reply.Sent.class);
        assertThat(order().quantity()).isEqualTo(Quantity.parse("0.25"));
        assertThatThrownBy(() -> english.propose(new Instruction.EngageKill()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFrenchReadBackSaysTheSame() {
        Conversation french = conversation(Language.FRENCH);

        Reply drafted = say(french, "achète zéro virgule vingt-cinq bitcoin au marché");

        assertThat(drafted)
                .isInstanceOfSatisfying(
                        Reply.Drafted.class,
                        reply -> assertThat(reply.text())
                                .startsWith("Acheter 0,25 BTC-USDT au marché.")
                                .endsWith("Dites oui dans les 15 secondes pour l’envoyer."));
        assertThat(say(french, "oui confirme")).isInstanceOf(Reply.Sent.class);
        assertThat(order().type()).isEqualTo(OrderType.market());
    }

    @Test
    void closingEverythingTellsCostAndRiskOfAllPositionsTogetherAndHoldsThemInBands() {
        desk.positions = List.of(SmallDesk.held(SHARE, "7", Currency.USD), SmallDesk.held(COIN, "-0.5", Currency.USDT));

        Reply.Drafted drafted = (Reply.Drafted) say("close all positions");

        assertThat(drafted.sends())
                .containsExactly("Cancel all working orders and close every position at the market.");
        assertThat(drafted.effects())
                .contains("NARWHAL.SIM:", "BTC-USDT:", "About 1,234.50 USDT at 180.", "About 1,234.50 USDT at 64,000.")
                .endsWith("Expected loss of the worst days (97.5%): 1,200 USD now, 1,500 USD after.");
        assertThat(drafted.draft().proposal().effects())
                .extracting(
                        effect -> effect.order().side() + " " + effect.order().quantity())
                .containsExactly("SELL 7", "BUY 0.5");
        assertThat(desk.risksAsked).hasSize(1);
        desk.prices.put(COIN, Price.of(64_321, 0));
        assertThat(text(say("yes"))).contains("moved too far");
        assertThat(desk.sent).isEmpty();
    }

    @Test
    void anExitTellsWhatItWouldCostAndHoldsThePriceInABand() {
        desk.positions = List.of(SmallDesk.held(SHARE, "7", Currency.USD));

        Reply.Drafted drafted = (Reply.Drafted) say("set a stop on narwhal at 170");

        assertThat(drafted.effects())
                .anyMatch(sentence -> sentence.startsWith("About "))
                .anyMatch(sentence -> sentence.startsWith("Expected loss of the worst days"));
        OrderDraft like = drafted.draft().proposal().effects().getFirst().order();
        assertThat(like.side()).isEqualTo(Side.SELL);
        assertThat(like.type()).isEqualTo(new OrderType.Stop(Price.of(170, 0)));
        desk.prices.put(SHARE, Price.parse("180.91"));
        assertThat(text(say("yes"))).contains("moved too far");
        assertThat(desk.sent).isEmpty();
    }

    @Test
    void whatBuysAndSellsNothingSaysSo() {
        assertThat(((Reply.Drafted) say("pause trading")).effects())
                .containsExactly("By itself this buys and sells nothing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alert me when bitcoin goes above 70000 | price BTC-USDT above 70000 | at 70,000 or more.",
                "alert me when bitcoin falls by 10 percent | price BTC-USDT below 57600 | at 57,600 or less.",
                "alert me when bitcoin moves by 2.5 percent | move BTC-USDT 2.5% from 64000 | is 2.5% away from 64,000."
            })
    void anAlertIsDraftedAndRemembered(String sentence, String condition, String told) {
        Reply.Drafted drafted = (Reply.Drafted) say(sentence);

        assertThat(drafted.sends()).singleElement().asString().endsWith(told);
        desk.prices.put(COIN, Price.of(90_000, 0));
        assertThat(say("yes")).isInstanceOf(Reply.Sent.class);
        ChangeSetting sent = (ChangeSetting) desk.commands().getFirst();
        AlertPlan plan = AlertPlan.findIn(Map.entry(sent.key(), sent.value())).orElseThrow();
        assertThat(plan.condition().text()).isEqualTo(condition);
        assertThat(plan.sinceNanos()).isLessThanOrEqualTo(clock.nanos());
    }

    @Test
    void aDoubtInFrenchIsFrenchToTheLastWord() {
        Reply asked = conversation(Language.FRENCH)
                .hear(new Utterance("achète dix narwhal", 0.4), tick())
                .toCompletableFuture()
                .join();

        assertThat(text(asked))
                .isEqualTo("Je ne suis pas sûr. Vouliez-vous dire\u00a0: acheter 10 NARWHAL.SIM au marché\u202f?");
    }

    @Test
    void aDraftThatEndedByItselfSaysWhy() {
        Draft draft = drafted(say("buy ten narwhal"));
        assertThat(english.look(draft.id()).toCompletableFuture().join()).isEmpty();

        desk.prices.put(SHARE, Price.parse("180.91"));

        assertThat(english.look(draft.id()).toCompletableFuture().join().orElseThrow())
                .contains("moved too far");
    }

    @Test
    void whatIsSaidWhileADraftIsWorkedOutLeavesItUnopened() {
        desk.held = new CompletableFuture<>();
        CompletableFuture<Reply> first =
                english.hear(Utterance.typed("buy ten narwhal"), tick()).toCompletableFuture();
        assertThat(say("kill switch")).isInstanceOf(Reply.Sent.class);

        desk.held.complete(null);

        assertThat(text(first.join())).contains("meanwhile");
        assertThat(english.findDraft()).isEmpty();
    }

    @Test
    void aDraftLapsesAndAYesBeforeItCountsForNothing() {
        long before = clock.nanos();
        say("buy ten narwhal");
        assertThat(text(hear("yes", before))).contains("before the draft");
        assertThat(text(hear("yes", clock.nanos()))).contains("before the draft");

        clock.moveTo(clock.nanos() + 15 * SECOND);
        assertThat(text(hear("yes", clock.nanos()))).contains("lapsed");
        assertThat(desk.sent).isEmpty();
    }

    @Test
    void aPriceOutsideOfItsBandEndsTheDraftForGood() {
        say("buy ten narwhal");
        desk.prices.put(SHARE, Price.parse("180.91"));

        assertThat(text(say("yes"))).contains("moved too far");
        desk.prices.put(SHARE, Price.of(180, 0));
        assertThat(text(say("yes"))).isEqualTo("Nothing waits for a yes.");
        assertThat(desk.sent).isEmpty();
    }

    @Test
    void aNewDraftReplacesTheOldAndNoDiscards() {
        Draft first = drafted(say("buy ten narwhal"));
        say("buy five narwhal");

        assertThat(text(english.confirm(first.id(), tick())
                        .toCompletableFuture()
                        .join()))
                .contains("not open any more");
        assertThat(text(say("no"))).isEqualTo("Nothing was sent.");
        assertThat(text(say("yes"))).isEqualTo("Nothing waits for a yes.");
        assertThat(desk.sent).isEmpty();
    }

    @Test
    void aButtonConfirmsTheDraftItStandsBeside() {
        Draft draft = drafted(say("cancel all orders"));

        assertThat(english.confirm(draft.id(), tick()).toCompletableFuture().join())
                .isInstanceOf(Reply.Sent.class);
        assertThat(desk.commands()).containsExactly(new CancelAllOrders(CancelScope.EVERYTHING));
    }

    @Test
    void aDraftThatNobodyCouldSeeIsConfirmedByNoYes() {
        Reply.Drafted unseen = (Reply.Drafted) hear("buy ten narwhal", tick());

        assertThat(text(hear("yes", tick()))).contains("not in sight");
        assertThat(text(join(english.confirm(unseen.draft().id(), tick())))).contains("not in sight");
        assertThat(desk.sent).isEmpty();
        long begun = tick();
        english.shown(unseen.draft().id(), tick());
        assertThat(text(hear("yes", begun))).contains("before the draft");
        assertThat(hear("yes", tick())).isInstanceOf(Reply.Sent.class);
    }

    @Test
    void aYesByHandCountsFromItsPressAndNotFromWhenItIsWorkedOn() {
        long pressed = tick();
        Draft draft = drafted(say("buy ten narwhal"));
        clock.moveTo(clock.nanos() + SECOND);

        assertThat(text(join(english.confirm(draft.id(), pressed)))).contains("before the draft");
        assertThat(desk.sent).isEmpty();
    }

    @Test
    void anEndedConversationOpensNothingAndItsNumbersAreNeverUsedAgain() {
        Draft old = drafted(say("buy ten narwhal"));
        desk.held = new CompletableFuture<>();
        CompletableFuture<Reply> underway =
                english.hear(Utterance.typed("buy five narwhal"), tick()).toCompletableFuture();
        english.end();
        desk.held.complete(null);
        assertThat(text(underway.join())).contains("meanwhile");
        assertThat(english.findDraft()).isEmpty();

        Conversation other = conversation(Language.FRENCH);
        Draft now = drafted(say(other, "achète dix narwhal"));
        assertThat(now.id()).isNotEqualTo(old.id());
        assertThat(text(join(other.confirm(old.id(), tick())))).contains("n’est plus ouvert");
        assertThat(text(join(english.confirm(now.id(), tick())))).contains("not open any more");
        assertThat(desk.sent).isEmpty();
    }

    @Test
    void puttingAwayWhatIsSentAlreadySaysSo() {
        Draft draft = drafted(say("buy ten narwhal"));
        assertThat(join(english.confirm(draft.id(), tick()))).isInstanceOf(Reply.Sent.class);

        assertThat(english.discard(draft.id())).isFalse();
    }

    @Test
    void theKillSwitchActsAtOnce() {
        assertThat(say("kill switch")).isInstanceOf(Reply.Sent.class);

        assertThat(desk.commands()).containsExactly(new EngageKillSwitch("by voice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buy ten narwhal",
                "close it",
                "close all positions",
                "cancel all orders",
                "start trading",
                "stop trading",
                "start momentum breakout",
                "resume momentum breakout",
                "reduce exposure by half",
                "switch to defensive regime",
                "set a stop at 170"
            })
    void nothingElseIsSentWithoutAYes(String sentence) {
        desk.positions = List.of(SmallDesk.held(SHARE, "7", Currency.USD));
        say("what is the price of narwhal");

        assertThat(say(sentence)).isInstanceOf(Reply.Drafted.class);
        assertThat(desk.sent).isEmpty();
        say("yes");
        assertThat(desk.sent).hasSize(1);
    }

    @Test
    void whatWasHeardBadlyIsAskedAndStillReadBack() {
        Reply asked = english.hear(new Utterance("buy ten narwhal", 0.4), tick())
                .toCompletableFuture()
                .join();
        assertThat(text(asked)).contains("Did you mean").contains("buy 10 NARWHAL.SIM at the market");

        assertThat(say("yes")).isInstanceOf(Reply.Drafted.class);
        assertThat(desk.sent).isEmpty();
        say("yes");
        assertThat(order().quantity()).isEqualTo(Quantity.parse("10"));
    }

    @Test
    void aQuestionTakesTheDraftAwayThatAYesCouldBeMeantFor() {
        say("buy ten narwhal");
        english.hear(new Utterance("cancel all orders", 0.4), tick())
                .toCompletableFuture()
                .join();

        say("yes");
        say("yes");
        assertThat(desk.commands()).containsExactly(new CancelAllOrders(CancelScope.EVERYTHING));
    }

    @Test
    void aYesHeardBadlyConfirmsNothing() {
        say("buy ten narwhal");

        assertThat(text(english.hear(new Utterance("yes", 0.5), tick())
                        .toCompletableFuture()
                        .join()))
                .contains("did not hear");
        assertThat(desk.sent).isEmpty();
    }

    @Test
    void anAnswerLeavesTheDraftAsItIs() {
        say("buy ten narwhal");

        assertThat(say("what is the price")).isEqualTo(new Reply.Wanted(new Instruction.AskPrice(SHARE)));
        assertThat(say("yes")).isInstanceOf(Reply.Sent.class);
    }
}
