package io.sextant.engine.verdict;

import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.RunBytes;
import io.sextant.strategy.kind.Choice;
import java.io.DataInput;
import java.io.IOException;

/** A run, or some, that an examination can have made anywhere. */
sealed interface VerdictPiece {

    /** One choice over the bars themselves. */
    record Row(Choice choice) implements VerdictPiece {}

    /** All choices over bars in an order without memory. */
    record World(int number) implements VerdictPiece {}

    /** The chosen one over stretches of the bars drawn again. */
    record Alike(int number, Choice chosen) implements VerdictPiece {}

    /** The chosen one from later on. */
    record Start(int number, Choice chosen) implements VerdictPiece {}

    /** One with every number a little different. */
    record Moved(Choice choice) implements VerdictPiece {}

    default byte[] bytes() {
        return Columns.bytes(out -> {
            switch (this) {
                case Row row -> {
                    out.writeByte(1);
                    RunBytes.write(out, row.choice());
                }
                case World world -> {
                    out.writeByte(2);
                    out.writeInt(world.number());
                }
                case Alike alike -> {
                    out.writeByte(3);
                    out.writeInt(alike.number());
                    RunBytes.write(out, alike.chosen());
                }
                case Start start -> {
                    out.writeByte(4);
                    out.writeInt(start.number());
                    RunBytes.write(out, start.chosen());
                }
                case Moved moved -> {
                    out.writeByte(5);
                    RunBytes.write(out, moved.choice());
                }
            }
        });
    }

    static VerdictPiece read(DataInput in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 1 -> new Row(RunBytes.choice(in));
            case 2 -> new World(in.readInt());
            case 3 -> new Alike(in.readInt(), RunBytes.choice(in));
            case 4 -> new Start(in.readInt(), RunBytes.choice(in));
            case 5 -> new Moved(RunBytes.choice(in));
            default -> throw new IOException("a piece of an unknown kind, " + kind);
        };
    }
}
