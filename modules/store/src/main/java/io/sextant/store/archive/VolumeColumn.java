package io.sextant.store.archive;

/** Volumes: counts of lots where they lie on a grid, differences of bit patterns otherwise. */
final class VolumeColumn {

    private static final int GRID = 1;
    private static final int CORRECTED_GRID = 2;
    private static final int PATTERNS = 3;

    private final long[] lots;
    private final long[] corrections;
    private final ChunkOutput grid = new ChunkOutput();
    private final ChunkOutput patterns = new ChunkOutput();

    VolumeColumn(int capacity) {
        lots = new long[capacity];
        corrections = new long[capacity];
    }

    /** Writes them in the shorter of the two ways; what lies on a grid exactly is taken to be shorter as counts. */
    void write(ChunkOutput out, double[] volume, int count) {
        DecimalGrid found = DecimalGrid.of(count, volume);
        grid.clear();
        if (found.exists() && !writeGrid(grid, volume, count, found)) {
            out.putBytes(grid);
            return;
        }
        patterns.clear();
        writePatterns(patterns, volume, count);
        out.putBytes(found.exists() && grid.size() < patterns.size() ? grid : patterns);
    }

    /** Returns whether corrections were needed. */
    private boolean writeGrid(ChunkOutput out, double[] volume, int count, DecimalGrid found) {
        boolean corrected = found.split(volume, count, lots, corrections);
        out.putByte(corrected ? CORRECTED_GRID : GRID);
        out.putByte(found.scale());
        out.putNumber(found.tick());
        NumberColumn.putRanges(out, lots, count);
        if (corrected) {
            NumberColumn.putRanges(out, corrections, count);
        }
        return corrected;
    }

    private void writePatterns(ChunkOutput out, double[] volume, int count) {
        out.putByte(PATTERNS);
        long before = 0;
        for (int i = 0; i < count; i++) {
            long bits = Double.doubleToRawLongBits(volume[i]);
            lots[i] = bits ^ before;
            before = bits;
        }
        NumberColumn.putPatterns(out, lots, count);
    }

    void read(ChunkInput in, int count, double[] into, int at) {
        int way = in.getByte();
        if (way == PATTERNS) {
            NumberColumn.getPatterns(in, lots, count);
            long before = 0;
            for (int i = 0; i < count; i++) {
                before ^= lots[i];
                into[at + i] = Double.longBitsToDouble(before);
            }
            return;
        }
        int scale = in.getByte();
        DecimalGrid found = new DecimalGrid(scale, in.getNumber());
        NumberColumn.getRanges(in, lots, count);
        found.join(lots, count, into, at);
        if (way == CORRECTED_GRID) {
            NumberColumn.getRanges(in, corrections, count);
            DecimalGrid.correct(corrections, count, into, at);
        }
    }
}
