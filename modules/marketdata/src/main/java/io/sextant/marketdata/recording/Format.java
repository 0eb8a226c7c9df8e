package io.sextant.marketdata.recording;

/**
 * How a recording lies on disk, big-endian. First {@link #MAGIC}, then blocks: kind (one int), length of the content (one int), the
 * checksum (one int), the content. The checksum is CRC-32C over the previous block's checksum, kind, length and content, so
 * blocks can neither change nor move, go missing or come twice unseen.
 *
 * <p>The head holds the format's number, the name of the source and its instruments. Blocks of events follow, each readable
 * by itself: the time it starts from, then events. An event is a tag and its numbers, all in base 128: the time since
 * the event before unless equal, the instrument unless equal, prices as the distance to the last one of the instrument in this
 * block. The end says how many events there are, when the first and the last of them were, and the SHA-256 of head and events.
 */
final class Format {

    static final long MAGIC = 0x5358_4645_4544_0A1AL;
    static final int VERSION = 1;

    static final int HEAD = 1;
    static final int EVENTS = 2;
    static final int END = 3;

    static final int BLOCK_FRAME_BYTES = 12;

    /** A block of events is closed when it has reached this size. */
    static final int BLOCK_BYTES = 64 * 1024;

    /** No block is longer; a longer one is damage, and nothing is allocated for it. */
    static final int MAX_BLOCK_BYTES = 64 * 1024 * 1024;

    static final int TRADE = 0;
    static final int QUOTE = 1;
    static final int LEVEL = 2;
    static final int HEADLINE = 3;
    static final int STATUS = 4;

    static final int KIND_MASK = 0x07;
    static final int BUY_BIT = 0x08;
    static final int SAME_TIME_BIT = 0x10;
    static final int SAME_INSTRUMENT_BIT = 0x20;

    private Format() {}
}
