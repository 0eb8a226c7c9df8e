package io.sextant.app.alert;

import io.sextant.app.speech.DeskVoice;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.notify.outbox.Outbox;
import io.sextant.notify.send.Couriers;
import io.sextant.notify.send.Message;
import io.sextant.notify.send.NotSent;
import io.sextant.notify.send.NotSent.Fate;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.AlertWords;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.speaking.Chime;
import io.sextant.voice.speaking.Speaker.Spoken;
import io.sextant.voice.speaking.Speaker.Urgency;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How alerts leave this machine. */
public final class AlertSending {

    /** For a sentence and whatever is spoken before it. */
    private static final long SPOKEN_SECONDS = 120;

    private AlertSending() {}

    /** @param voice where somebody sits at this machine, so that sound and voice make sense */
    public static Outbox of(
            EngineClient engine, VenueKeys keys, Optional<DeskVoice> voice, Clock clock, Scheduler scheduler) {
        return new Outbox(engine, couriers(voice, clock), keys, AlertSending::say, clock, scheduler);
    }

    /** Who takes messages where. */
    public static Couriers couriers(Optional<DeskVoice> voice, Clock clock) {
        Couriers all = Couriers.of(clock, System.getProperty("os.name", ""));
        return voice.map(speaks -> all.with(Kind.SOUND, AlertSending::ring)
                        .with(Kind.VOICE, (channel, key, message) -> speak(speaks, channel, message)))
                .orElse(all);
    }

    /** In the words of the window, so that a mail and the screen say the same. */
    private static String say(AlertFiring firing, boolean french) {
        Texts texts = new Texts(french ? Language.FRENCH : Language.ENGLISH, ZoneId.systemDefault());
        return new AlertWords(texts).fired(firing);
    }

    private static void ring(AlertChannel channel, Optional<VenueKey> key, Message message) throws NotSent {
        try {
            Chime.ring(message.priority() == AlertPriority.ERROR || message.priority() == AlertPriority.URGENT);
        } catch (VoiceException e) {
            throw new NotSent(Fate.NEVER, String.valueOf(e.getMessage()));
        }
    }

    private static void speak(DeskVoice voice, AlertChannel channel, Message message) throws NotSent {
        io.sextant.voice.language.Language language = channel.french()
                ? io.sextant.voice.language.Language.FRENCH
                : io.sextant.voice.language.Language.ENGLISH;
        CompletionStage<Spoken> said = voice.say(language, message.title() + ". " + message.text(), Urgency.ALERT)
                .orElseThrow(() -> new NotSent(Fate.NEVER, voiceless(language)));
        try {
            // Who hushed it heard that there was one, and reads it in the window.
            if (said.toCompletableFuture().get(SPOKEN_SECONDS, TimeUnit.SECONDS) == Spoken.LEFT_OUT) {
                throw new NotSent(Fate.NEVER, "too many alerts waited to be spoken");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(Fate.UNKNOWN, "the desk was closed meanwhile");
        } catch (TimeoutException e) {
            throw new NotSent(Fate.UNKNOWN, "it was not spoken to its end in " + SPOKEN_SECONDS + " seconds");
        } catch (ExecutionException e) {
            throw new NotSent(
                    Fate.NEVER,
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        }
    }

    private static String voiceless(io.sextant.voice.language.Language language) {
        return switch (language) {
            case ENGLISH -> "this machine has no English voice";
            case FRENCH ->
                "this machine has no French voice; the alert stands in the window, and espeak-ng would speak it";
        };
    }
}
