package io.sextant.app.doctor;

import java.util.Locale;

/** Is there room to work in? */
final class MemoryCheck {

    private static final long SMALLEST_HEAP_BYTES = 512L << 20;

    private MemoryCheck() {}

    static Finding examine() {
        long heap = Runtime.getRuntime().maxMemory();
        String what = String.format(
                Locale.ENGLISH,
                "%,d MB for Java, %d processors",
                heap >> 20,
                Runtime.getRuntime().availableProcessors());
        return heap < SMALLEST_HEAP_BYTES
                ? Finding.watch("Memory", what, "Give Java at least 512 MB, for example with JAVA_TOOL_OPTIONS=-Xmx1g.")
                : Finding.well("Memory", what);
    }
}
