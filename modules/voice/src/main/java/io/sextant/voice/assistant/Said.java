package io.sextant.voice.assistant;

import io.sextant.voice.command.Instruction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer.
 *
 * @param pieces in the order in which they are read
 * @param command what was said to be done, where it was that and no question; nothing of it was done
 * @param early whether models that it asked for are still learning, so that the same question has a better answer soon
 */
public record Said(List<Piece> pieces, Optional<Instruction> command, boolean early) {

    public Said {
        pieces = List.copyOf(pieces);
    }

    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining()).strip();
    }

    public List<Fact> facts() {
        return pieces.stream()
                .filter(Piece.Figure.class::isInstance)
                .map(piece -> ((Piece.Figure) piece).fact())
                .toList();
    }
}
