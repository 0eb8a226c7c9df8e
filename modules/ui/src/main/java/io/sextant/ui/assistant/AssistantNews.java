package io.sextant.ui.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What happens in a conversation. */
public sealed interface AssistantNews {

    /** Whose sentence it is. */
    enum Who {
        PERSON,
        ASSISTANT,
        /** The person's own language model, whose words are its own. */
        MODEL,
        /** Something is missing or refused. */
        TROUBLE
    }

    /** A part of a sentence: words, or a figure that leads to where it comes from. */
    sealed interface Part {

        String text();

        record Words(String text) implements Part {}

        /** @param name what it is, the same in every language */
        record Figure(String name, String text, String source) implements Part {}
    }

    record Line(Who who, List<Part> parts) implements AssistantNews {
        public Line {
            parts = List.copyOf(parts);
        }

        public Line(Who who, String text) {
            this(who, List.of(new Part.Words(text)));
        }

        public String text() {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part.text()));
            return text.toString();
        }
    }

    /**
     * A draft waits for its yes.
     *
     * @param sends exactly what would be sent, a sentence a command
     * @param effects cost, position and risk before and after
     * @param lifeMillis how long it waits from now on
     */
    record Drafted(long id, List<String> sends, List<String> effects, long lifeMillis) implements AssistantNews {
        public Drafted {
            sends = List.copyOf(sends);
            effects = List.copyOf(effects);
        }
    }

    /** It was sent, discarded or replaced, or ended by itself; why is a line of its own. */
    record DraftEnded(long id) implements AssistantNews {}

    /** A yes did not count, and it still waits; why is a line of its own. */
    record DraftWaits(long id) implements AssistantNews {}

    /** Something rare that a person may look at; nothing is drafted of it by itself. */
    record Recommended(long id, List<Part> evidence) implements AssistantNews {
        public Recommended {
            evidence = List.copyOf(evidence);
        }
    }

    /** It was drafted or dismissed, or its forecast is over. */
    record RecommendedEnded(long id) implements AssistantNews {}

    /** A briefing was written: a page for a browser, and the same on paper. */
    record Briefed(String title, Path page, Path paper) implements AssistantNews {}

    /** Whether the microphone is open for a sentence. */
    record Listening(boolean on) implements AssistantNews {}

    /**
     * Whether the microphone is open for the word that begins a sentence.
     *
     * @param word what to say, empty while it is closed
     */
    record StandingBy(String word) implements AssistantNews {}

    /** How loud it is while that word is awaited, from 0 to 1. */
    record Level(double level) implements AssistantNews {}

    /** Words to be called by that the model knows; none is known before it was opened. */
    record WakeWords(List<String> words) implements AssistantNews {
        public WakeWords {
            words = List.copyOf(words);
        }
    }

    /** What it sounds like up to now, and how loud it is, from 0 to 1. */
    record Live(String text, double level) implements AssistantNews {}

    /** Whether a model of the chosen language can be used. */
    enum ModelState {
        NONE,
        READY,
        BROKEN
    }

    /**
     * What there is on this machine for the chosen language.
     *
     * @param model its name, empty without one
     * @param speaks whether there is a voice
     * @param wakeWord what to say for it where nothing else is chosen
     * @param suggestions sentences to begin with
     */
    record Standing(
            List<String> devices,
            ModelState state,
            String model,
            boolean speaks,
            String wakeWord,
            List<String> suggestions)
            implements AssistantNews {
        public Standing {
            devices = List.copyOf(devices);
            suggestions = List.copyOf(suggestions);
        }
    }

    /** How far fetching a model is; {@code total} is below zero where nobody says. */
    record Fetching(long bytes, long total) implements AssistantNews {}

    /** It came to an end; why it failed or stopped is a line of its own. */
    record FetchEnded() implements AssistantNews {}

    record ShowPanel(String panel) implements AssistantNews {}

    record ShowChart(InstrumentId instrument, Optional<Timeframe> timeframe) implements AssistantNews {}

    record ShowTimeframe(Timeframe timeframe) implements AssistantNews {}

    record RunBacktest(String strategy, Optional<InstrumentId> instrument) implements AssistantNews {}
}
