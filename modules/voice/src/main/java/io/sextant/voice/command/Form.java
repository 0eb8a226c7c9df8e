package io.sextant.voice.command;

import java.util.List;

/** How a sentence is built: a small tree that is held against words, and from which sentences can be made. */
sealed interface Form {

    /** {@code text} is how it is compared, {@code spelling} how it is written. */
    record Word(String text, String spelling) implements Form {}

    record Sequence(List<Form> parts) implements Form {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of several; an empty sequence among them makes it optional. */
    record Choice(List<Form> options) implements Form {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** What comes here is not words of the form: a number, or the name of something known. */
    record Slot(SlotKind kind, String name) implements Form {}

    /** Takes no words; says what those before it mean. */
    record Mark(String name, String value) implements Form {}

    /** What can stand in a place of a sentence. */
    enum SlotKind {
        NUMBER,
        INSTRUMENT,
        PANEL,
        STRATEGY
    }

    Form NOTHING = new Sequence(List.of());
}
