package io.sextant.ui.assistant;

import io.sextant.domain.instrument.InstrumentId;
import java.nio.file.Path;
import java.util.List;

/**
 * Understands, drafts, answers, listens and speaks. For the JavaFX thread: every method returns at once, and what follows comes as
 * {@link AssistantNews}. What would trade is only drafted; {@link #confirm} and an explicit yes send it.
 */
public interface AssistantDesk extends AutoCloseable {

    /** What a typed sentence would be, for a list that offers it. */
    enum Sentence {
        /** Nothing that is understood. */
        NOTHING,
        /** It asks for something to be told or shown. */
        TELLS,
        /** It would draft an order or another change. */
        DRAFTS,
        /** It acts at once, without a yes, as the kill switch does. */
        ACTS
    }

    /** The person has typed this and sent it. */
    void say(String sentence);

    Sentence read(String sentence);

    /** Sentences that begin so, the shortest first. */
    List<String> complete(String begun, int most);

    /** The draft of that number is in sight for long enough to be read; no yes before that is meant for it. */
    void shown(long draft);

    /** A yes by hand, given now, for the draft of that number. */
    void confirm(long draft);

    void discard(long draft);

    /** The recommendation of that number is to be drafted; the draft waits for its own yes. */
    void draftRecommended(long recommendation);

    /** The person wants to see no more of it. */
    void dismissRecommended(long recommendation);

    /** Writes the day's briefing, or the week's report, into the data folder. */
    void brief(boolean weekly);

    /** The key to talk is pressed; nothing happens while it listens already. */
    void listen();

    void stopListening();

    /** Ends what is spoken, and what waits to be. */
    void hush();

    void wish(AssistantWishes wishes);

    /** The person looks at this instrument, which "it" means from now on. */
    void lookAt(InstrumentId instrument);

    /** Looks again at microphones and models. */
    void lookAgain();

    /** Fetches the official model of the language that is chosen, or goes on with it. */
    void fetchModel();

    /** Installs a model from a folder or zip. */
    void installModel(Path from);

    /** Ends what is being fetched; what came is kept. */
    void cancelModel();

    @Override
    void close();
}
