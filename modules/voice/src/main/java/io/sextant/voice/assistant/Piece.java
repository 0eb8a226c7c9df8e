package io.sextant.voice.assistant;

/** A part of an answer. */
public sealed interface Piece {

    String text();

    /** Words, in which no figure stands. */
    record Words(String text) implements Piece {}

    /** A figure that leads to where it comes from. */
    record Figure(Fact fact) implements Piece {
        @Override
        public String text() {
            return fact.value();
        }
    }
}
