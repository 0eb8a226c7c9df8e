package io.sextant.app.alert;

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
import io.sextant.voice.speaking.Hush;
import io.sextant.voice.speaking.SpeakingVoice;
import io.sextant.voice.speaking.Voices;
import java.time.ZoneId;
import java.util.Optional;

/** How alerts leave this machine. */
public final class AlertSending {

    private AlertSending() {}

    /** @param heard whether somebody sits at this machine, so that sound and voice make sense */
    public static Outbox of(EngineClient engine, VenueKeys keys, boolean heard, Clock clock, Scheduler scheduler) {
        return new Outbox(engine, couriers(heard, clock), keys, AlertSending::say, clock, scheduler);
    }

    /** Who takes messages where. */
    public static Couriers couriers(boolean heard, Clock clock) {
        Couriers all = Couriers.of(clock, System.getProperty("os.name", ""));
        return heard ? all.with(Kind.SOUND, AlertSending::ring).with(Kind.VOICE, AlertSending::speak) : all;
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

    private static void speak(AlertChannel channel, Optional<VenueKey> key, Message message) throws NotSent {
        io.sextant.voice.language.Language language = channel.french()
                ? io.sextant.voice.language.Language.FRENCH
                : io.sextant.voice.language.Language.ENGLISH;
        SpeakingVoice voice = Voices.find(language)
                .orElseThrow(() -> new NotSent(Fate.NEVER, "this system has no voice for that language"));
        try {
            voice.speak(message.title() + ". " + message.text(), new Hush());
        } catch (VoiceException e) {
            throw new NotSent(Fate.NEVER, String.valueOf(e.getMessage()));
        }
    }
}
