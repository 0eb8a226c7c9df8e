package io.sextant.domain.journal;

/** What a journal record holds. The numbers are written to disk and never change. */
public enum RecordKind {
    /** An input from outside: key and command. */
    COMMAND(1),
    /** Something that follows from inputs and the seed; kept so that tables can be rebuilt and a replay can be compared. */
    FACT(2),
    /** An input from a feed that nothing else can reproduce. */
    MARKET(3),
    /** The session's own terms: mode, seed, instruments. First record of a journal. */
    SESSION(4),
    /** What a venue outside this process said, which nothing else can reproduce. */
    VENUE(5);

    private final int number;

    RecordKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static RecordKind of(int number) {
        for (RecordKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown journal record kind " + number);
    }
}
