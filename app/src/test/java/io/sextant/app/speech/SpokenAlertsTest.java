package io.sextant.app.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.app.alert.AlertSending;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.time.SystemClock;
import io.sextant.notify.send.Courier;
import io.sextant.notify.send.Message;
import io.sextant.notify.send.NotSent;
import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import io.sextant.voice.speaking.Hush;
import io.sextant.voice.speaking.Speaker.Spoken;
import io.sextant.voice.speaking.Speaker.Urgency;
import io.sextant.voice.speaking.SpeakingVoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts and answers share one mouth. */
class SpokenAlertsTest {

    private static final Message FIRE = new Message(
            1, AlertPriority.URGENT, "fire", "Urgent", "BTC-USDT fell below 50,000.", "BTC-USDT", "49,990", 0);

    private final List<String> spoken = new CopyOnWriteArrayList<>();
    private final CountDownLatch answering = new CountDownLatch(1);
    /** An answer that goes on until somebody ends it. */
    private final SpeakingVoice voice = this::speak;

    private final DeskVoice mouth =
            new DeskVoice(language -> language == Language.ENGLISH ? Optional.of(voice) : Optional.empty());

    private void speak(String sentence, Hush hush) {
        if (sentence.startsWith("endless")) {
            CountDownLatch ended = new CountDownLatch(1);
            hush.endsBy(ended::countDown);
            answering.countDown();
            await(ended);
        }
        if (sentence.startsWith("broken")) {
            throw new VoiceException(VoiceTrouble.NO_SPEAKER);
        }
        spoken.add(sentence);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        mouth.close();
    }

    private Courier courier() {
        return AlertSending.couriers(Optional.of(mouth), new SystemClock())
                .find(Kind.VOICE)
                .orElseThrow();
    }

    private static AlertChannel channel(boolean french) {
        return new AlertChannel("voice", Kind.VOICE, Map.of(), Optional.empty(), 30, french);
    }

    @Test
    void anAlertEndsTheAnswerThatIsSpokenAndIsDeliveredOnceItWasSaid() throws Exception {
        CompletionStage<Spoken> answer =
                mouth.say(Language.ENGLISH, "endless answer", Urgency.ANSWER).orElseThrow();
        await(answering);

        courier().send(channel(false), Optional.empty(), FIRE);

        assertThat(spoken).containsExactly("endless answer", "Urgent. BTC-USDT fell below 50,000.");
        assertThat(answer.toCompletableFuture()).isCompletedWithValue(Spoken.HUSHED);
    }

    @Test
    void aKeyEndsAnAlertWhichWasHeardAndSoIsDelivered() throws Exception {
        Message endless = new Message(1, AlertPriority.URGENT, "fire", "endless", "news", "", "", 0);
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            try {
                courier().send(channel(false), Optional.empty(), endless);
            } catch (NotSent e) {
                throw new AssertionError(e);
            }
        });
        await(answering);
        mouth.hush();

        sent.get(60, TimeUnit.SECONDS);
        assertThat(spoken).containsExactly("endless. news");
    }

    @Test
    void aLanguageWithoutAVoiceAndASilentMachineAreToldAsNotDelivered() {
        assertThatThrownBy(() -> courier().send(channel(true), Optional.empty(), FIRE))
                .isInstanceOfSatisfying(NotSent.class, e -> assertThat(e.fate()).isEqualTo(NotSent.Fate.NEVER))
                .hasMessageContaining("no French voice");
        Message broken = new Message(1, AlertPriority.INFO, "x", "broken", "x", "", "", 0);
        assertThatThrownBy(() -> courier().send(channel(false), Optional.empty(), broken))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining(new VoiceException(VoiceTrouble.NO_SPEAKER).getMessage());
        assertThat(AlertSending.couriers(Optional.empty(), new SystemClock()).find(Kind.VOICE))
                .as("where nobody sits")
                .isEmpty();
    }
}
