package io.sextant.app.assistant;

import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.hearing.StandBy;
import io.sextant.voice.language.Wording;
import io.sextant.voice.problem.VoiceException;
import java.util.function.Supplier;

/** Shows what is heard, and hands on what was said; on the thread that listens. */
final class Hearing implements StandBy.Listener {

    private final Telling telling;
    private final Supplier<String> word;
    private final Session session;
    private boolean waiting;

    /** What comes of it. */
    interface Session {

        void said(Utterance utterance, long beganNanos);

        void failed(VoiceException trouble);

        /** Speech would be heard as what is said. */
        void hush();

        /** A sentence of the assistant's own in the person's language. */
        String say(String key);
    }

    /** @param word the one that is waited for */
    Hearing(Telling telling, Supplier<String> word, Session session) {
        this.telling = telling;
        this.word = word;
        this.session = session;
    }

    @Override
    public void waiting(double level) {
        if (!waiting) {
            waiting = true;
            telling.show(new AssistantNews.StandingBy(word.get()));
        }
        telling.show(new AssistantNews.Level(level));
    }

    @Override
    public void opened() {
        session.hush();
        telling.show(new AssistantNews.Listening(true));
    }

    @Override
    public void live(String text, double level) {
        telling.show(new AssistantNews.Live(text, level));
    }

    @Override
    public void said(Utterance utterance, long began) {
        telling.show(new AssistantNews.Listening(false));
        String text = utterance.text();
        if (text.replace(Wording.UNKNOWN, "").isBlank()) {
            telling.show(new Line(Who.TROUBLE, session.say("heard.silence")));
            return;
        }
        telling.show(new Line(Who.PERSON, text));
        session.said(utterance, began);
    }

    @Override
    public void silent() {
        telling.show(new AssistantNews.Listening(false));
    }

    @Override
    public void failed(VoiceException trouble) {
        rested();
        session.failed(trouble);
    }

    @Override
    public void rested() {
        waiting = false;
        telling.show(new AssistantNews.StandingBy(""));
        telling.show(new AssistantNews.Listening(false));
    }
}
