package io.sextant.domain.forecast;

import io.sextant.domain.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The stretches that people marked of an instrument, as one setting of the desk: a line each, kind, bounds, weight and label. */
public final class StretchText {

    private static final String SETTING = "marks.";
    private static final int PARTS = 5;

    private StretchText() {}

    public static String settingOf(InstrumentId instrument) {
        return SETTING + instrument.symbol();
    }

    public static String write(List<Stretch> stretches) {
        return stretches.stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "%s %d %d %s %s",
                        one.kind(),
                        one.fromNanos(),
                        one.endNanos(),
                        one.weight(),
                        one.label().replaceAll("\\s+", " ").strip()))
                .collect(Collectors.joining("\n"));
    }

    /** A line that is none is passed over: a desk with one odd setting still opens. */
    public static List<Stretch> read(String text) {
        List<Stretch> stretches = new ArrayList<>();
        text.lines().map(line -> line.split(" ", PARTS)).forEach(parts -> {
            try {
                if (parts.length == PARTS) {
                    stretches.add(new Stretch(
                            Stretch.Kind.valueOf(parts[0]),
                            parts[4],
                            Long.parseLong(parts[1]),
                            Long.parseLong(parts[2]),
                            Double.parseDouble(parts[3])));
                }
            } catch (IllegalArgumentException noStretch) {
                // Passed over, as said.
            }
        });
        return List.copyOf(stretches);
    }
}
