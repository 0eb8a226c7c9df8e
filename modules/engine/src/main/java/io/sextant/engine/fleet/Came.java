package io.sextant.engine.fleet;

import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.Pieces;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What came of a piece: numbers to the last bit, or why there are none. A refusal travels as a value, so that nobody tries it again elsewhere. */
public sealed interface Came {

    record Numbers(double[] values) implements Came {}

    /** Values that cannot be. */
    record CannotBe(boolean arithmetic, String why) implements Came {}

    /** A bug, or a strategy of one's own that threw. */
    record Failed(String why) implements Came {}

    static Came of(Pieces pieces, byte[] piece) {
        try {
            return new Numbers(pieces.run(piece));
        } catch (ArithmeticException cannotBe) {
            return new CannotBe(true, String.valueOf(cannotBe.getMessage()));
        } catch (IllegalArgumentException cannotBe) {
            return new CannotBe(false, String.valueOf(cannotBe.getMessage()));
        } catch (FleetProblem told) {
            return new Failed(String.valueOf(told.getMessage()));
        } catch (RuntimeException bug) {
            return new Failed("A piece failed: " + bug + ".");
        }
    }

    /** The numbers; throws as the piece itself would have. */
    default double[] get() {
        return switch (this) {
            case Numbers came -> came.values();
            case CannotBe refused when refused.arithmetic() -> throw new ArithmeticException(refused.why());
            case CannotBe refused -> throw new IllegalArgumentException(refused.why());
            case Failed failed -> throw new FleetProblem(failed.why());
        };
    }

    default void write(DataOutput out) throws IOException {
        switch (this) {
            case Numbers came -> {
                out.writeByte(0);
                Columns.write(out, came.values(), came.values().length);
            }
            case CannotBe refused -> {
                out.writeByte(refused.arithmetic() ? 1 : 2);
                Columns.write(out, refused.why());
            }
            case Failed failed -> {
                out.writeByte(3);
                Columns.write(out, failed.why());
            }
        }
    }

    static Came read(DataInput in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 0 -> new Numbers(Columns.doubles(in));
            case 1, 2 -> new CannotBe(kind == 1, Columns.text(in));
            case 3 -> new Failed(Columns.text(in));
            default -> throw new IOException("an answer of an unknown kind, " + kind);
        };
    }
}
