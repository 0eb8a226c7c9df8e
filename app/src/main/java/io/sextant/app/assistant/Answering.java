package io.sextant.app.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.voice.assistant.Said;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.InstructionWords;
import io.sextant.voice.language.Language;
import java.util.function.Consumer;

/** Works out answers on a thread of its own, because the engine may take its time: a yes or the kill switch never waits for them. */
final class Answering implements AutoCloseable {

    private static final long EARLY_MILLIS = 1_000;
    private static final int EARLY_TRIES = 20;

    private final AssistantThread thread;
    private final Telling telling;
    private final Asked asked;
    private volatile boolean closed;

    /** Is told of a question before it is answered; what it returns hears the answer, once it will not get better. */
    interface Asked {
        Consumer<Said> asked(String question, Language language);
    }

    Answering(Telling telling, Asked asked, Consumer<RuntimeException> failures) {
        this.telling = telling;
        this.asked = asked;
        thread = new AssistantThread("sextant-assistant-answers", failures);
    }

    void lookAt(Tongue tongue, InstrumentId instrument) {
        thread.run(() -> tongue.assistant().lookAt(instrument));
    }

    void answer(Tongue tongue, Instruction instruction) {
        thread.run(() -> {
            Consumer<Said> told = asked.asked(new InstructionWords(tongue.text()).of(instruction), tongue.language());
            Said said = tongue.assistant().answer(instruction);
            telling.answer(said);
            told.accept(said);
        });
    }

    /** @param spokenOf hears what "it" means afterwards */
    void answer(Tongue tongue, String text, Consumer<InstrumentId> spokenOf) {
        thread.run(() -> {
            Consumer<Said> told = asked.asked(text, tongue.language());
            Said said = tongue.assistant().answer(text);
            telling.answer(said);
            tongue.assistant().findLast().ifPresent(spokenOf);
            if (said.early()) {
                again(tongue, text, said.text(), told, EARLY_TRIES);
            } else {
                told.accept(said);
            }
        });
    }

    /** Models that were asked for are learning; what they say then is told once. */
    private void again(Tongue tongue, String text, String before, Consumer<Said> told, int tries) {
        if (tries == 0 || closed) {
            return;
        }
        thread.later(EARLY_MILLIS, () -> {
            Said said = tongue.assistant().answer(text);
            if (said.early()) {
                again(tongue, text, before, told, tries - 1);
            } else if (!said.text().equals(before)) {
                telling.answer(said);
                told.accept(said);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        thread.close();
    }
}
