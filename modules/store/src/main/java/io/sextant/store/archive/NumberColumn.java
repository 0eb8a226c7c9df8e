package io.sextant.store.archive;

/** Whole numbers in blocks, each with only as many bits a number as its own spread needs. */
final class NumberColumn {

    private static final int BLOCK = 128;

    private NumberColumn() {}

    /** For numbers that lie close together: each block keeps its smallest and the distances from it. */
    static void putRanges(ChunkOutput out, long[] values, int count) {
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(count, from + BLOCK);
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (int i = from; i < to; i++) {
                min = Math.min(min, values[i]);
                max = Math.max(max, values[i]);
            }
            // The difference may not fit a signed number; its bits are right all the same.
            int width = Long.SIZE - Long.numberOfLeadingZeros(max - min);
            out.putNumber(min);
            out.putByte(width);
            out.putPacked(values, from, to, min, 0, width);
        }
    }

    static void getRanges(ChunkInput in, long[] values, int count) {
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(count, from + BLOCK);
            long min = in.getNumber();
            int width = in.getByte();
            in.getPacked(values, from, to, min, 0, width);
        }
    }

    /** For differences of bit patterns: each block drops the zeros that all of its numbers have on the left and on the right. */
    static void putPatterns(ChunkOutput out, long[] values, int count) {
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(count, from + BLOCK);
            long any = 0;
            for (int i = from; i < to; i++) {
                any |= values[i];
            }
            int shift = any == 0 ? 0 : Long.numberOfTrailingZeros(any);
            int width = any == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(any) - shift;
            out.putByte(shift);
            out.putByte(width);
            out.putPacked(values, from, to, 0, shift, width);
        }
    }

    static void getPatterns(ChunkInput in, long[] values, int count) {
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(count, from + BLOCK);
            int shift = in.getByte();
            int width = in.getByte();
            in.getPacked(values, from, to, 0, shift, width);
        }
    }
}
