package io.sextant.voice.conversation;

import io.sextant.domain.request.Answer;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.draft.Draft;
import java.util.List;

/** What follows from something said. */
public sealed interface Reply {

    /** Something to be shown or answered, by whoever knows how. */
    record Wanted(Instruction instruction) implements Reply {}

    /**
     * A draft is open.
     *
     * @param sends what would be sent, a sentence a command
     * @param effects what it costs and does to position and risk, before and after
     * @param text reads all of it back, and asks for the yes
     */
    record Drafted(Draft draft, List<String> sends, List<String> effects, String text) implements Reply {
        public Drafted {
            sends = List.copyOf(sends);
            effects = List.copyOf(effects);
        }
    }

    /** No command: perhaps a question, or talk that was not meant for the desk. */
    record NoCommand(String text) implements Reply {}

    /** Commands were sent, in order, until one was refused. */
    record Sent(List<Answer> answers, String text) implements Reply {
        public Sent {
            answers = List.copyOf(answers);
        }
    }

    /** Nothing was sent and nothing is open by it: a question, or why not. */
    record Said(String text) implements Reply {}
}
