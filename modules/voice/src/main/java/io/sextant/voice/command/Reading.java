package io.sextant.voice.command;

import java.util.List;
import java.util.Optional;

/** What became of reading an utterance. Only {@link Understood} may lead to anything; the others ask, or say what was wrong. */
public sealed interface Reading {

    /** One meaning, heard clearly. */
    record Understood(Instruction instruction) implements Reading {}

    /** One meaning, but not heard clearly enough: to be asked about. */
    record Unsure(Instruction instruction, double confidence) implements Reading {}

    /** The sentence can be meant in several ways: to be asked about. */
    record Several(List<Instruction> instructions) implements Reading {
        public Several {
            instructions = List.copyOf(instructions);
        }
    }

    /** A sentence about "it", and nothing was spoken of before. */
    record NoInstrument() implements Reading {}

    /** It begins like an order and has a word in it that was not understood: refused whole. */
    record UnknownWord() implements Reading {}

    record NoCommand() implements Reading {}

    default Optional<Instruction> findUnderstood() {
        return this instanceof Understood(Instruction instruction) ? Optional.of(instruction) : Optional.empty();
    }
}
