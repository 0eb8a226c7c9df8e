package io.sextant.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.speech.DeskVoice;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.OrderLife;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.SystemClock;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.DraftEnded;
import io.sextant.ui.assistant.AssistantNews.DraftWaits;
import io.sextant.ui.assistant.AssistantNews.Drafted;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.ui.i18n.Language;
import io.sextant.voice.model.ModelOffer;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person confirms exactly the draft that was in sight; the kill switch waits for nothing. */
class AssistantSafetyTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheDraftInSightIsConfirmedUnderItsOwnNumberInWhateverLanguage() throws Exception {
        try (TalkedDesk desk = new TalkedDesk(folder, Language.ENGLISH)) {
            desk.standStill(true);
            unseen(desk);
            languagesInTurn(desk);
            underway(desk);
            whileNoNameIsKnown(desk);
        }
    }

    private static void unseen(TalkedDesk desk) throws Exception {
        desk.inSight = false;
        Drafted draft = desk.say("cancel all orders", Drafted.class);
        desk.assistant.say("yes");
        told(desk, "not in sight");
        desk.assistant.confirm(draft.id());
        desk.next(DraftWaits.class, waits -> waits.id() == draft.id(), "it waits on");
        told(desk, "not in sight");
        desk.inSight = true;
        desk.assistant.shown(draft.id());
        desk.assistant.confirm(draft.id());
        told(desk, "Sent.");
        desk.assistant.discard(draft.id());
        Line late = desk.next(Line.class, line -> true, "put away after it was sent");
        assertThat(late.text()).contains("not open any more").doesNotContain("Nothing was sent");
    }

    private static void languagesInTurn(TalkedDesk desk) throws Exception {
        Drafted english = desk.say("buy 0.4 btc", Drafted.class);
        desk.assistant.wish(wishes(Language.FRENCH));
        desk.next(DraftEnded.class, ended -> ended.id() == english.id(), "the English one");
        Drafted french = desk.say("achète 0,5 btc", Drafted.class);
        assertThat(french.id()).isNotEqualTo(english.id());
        desk.assistant.confirm(english.id());
        told(desk, "n’est plus ouvert");
        assertThat(orders(desk)).isEmpty();
    }

    private static void underway(TalkedDesk desk) throws Exception {
        desk.assistant.say("achète 0,3 btc");
        desk.assistant.wish(wishes(Language.ENGLISH));
        desk.assistant.say("buy 0.2 btc");
        Drafted last = desk.next(
                Drafted.class,
                each -> each.sends().getFirst().contains("Buy 0.2"),
                "what was said before names were known");
        desk.assistant.confirm(last.id());
        told(desk, "Sent.");
        await("bought", () -> orders(desk).size() == 1);
        assertThat(orders(desk).getFirst().order().terms().quantity()).hasToString("0.2");
    }

    private static void whileNoNameIsKnown(TalkedDesk desk) {
        EngineClient silent = (EngineClient) Proxy.newProxyInstance(
                AssistantSafetyTest.class.getClassLoader(),
                new Class<?>[] {EngineClient.class},
                (proxy, method, arguments) -> method.getName().equals("ask")
                        ? new CompletableFuture<>()
                        : method.invoke(desk.engine(), arguments));
        assertThat(desk.state().killSwitchEngaged()).isFalse();
        try (AssistantSession early = new AssistantSession(
                silent,
                new AssistantSession.Surroundings(
                        Path.of("none"),
                        ModelOffer::of,
                        new DeskVoice(),
                        Optional.empty(),
                        new SystemClock(),
                        new SystemClock(),
                        ZoneOffset.UTC),
                wishes(Language.ENGLISH),
                what -> {})) {
            early.say("what is my risk");
            early.say("kill switch");
            await("the kill switch acts", () -> desk.state().killSwitchEngaged());
        }
    }

    private static AssistantWishes wishes(Language language) {
        return new AssistantWishes(language);
    }

    private static void told(TalkedDesk desk, String part) throws Exception {
        desk.next(
                Line.class,
                line -> line.who() != AssistantNews.Who.PERSON && line.text().contains(part),
                part);
    }

    private static List<OrderLife> orders(TalkedDesk desk) {
        return desk.engine()
                .ask(new Query.OrderHistory(10))
                .toCompletableFuture()
                .join();
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
