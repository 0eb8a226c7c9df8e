package io.sextant.voice.conversation;

import io.sextant.domain.request.Answer;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.draft.Draft;
import java.util.List;

/** What follows from something said. */
public sealed interface Reply {

    /** Something to be shown or answered, by whoever knows how. */
    record Wanted(Instruction instruction) implements Reply {}

    /** A draft is open; {@code text} reads it back. */
    record Drafted(Draft draft, String text) implements Reply {}

    /** Commands were sent, in order, until one was refused. */
    record Sent(List<Answer> answers, String text) implements Reply {
        public Sent {
            answers = List.copyOf(answers);
        }
    }

    /** Nothing was sent and nothing is open by it: a question, or why not. */
    record Said(String text) implements Reply {}
}
