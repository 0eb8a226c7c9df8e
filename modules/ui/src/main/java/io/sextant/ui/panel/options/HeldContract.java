package io.sextant.ui.panel.options;

import io.sextant.analytics.options.OptionRight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Contracts of one kind that the reader reckons with, negative when sold. */
record HeldContract(OptionRight right, double strike, int expiryDay, int count) {

    private static final Pattern WRITTEN = Pattern.compile("(CALL|PUT) (\\d+(?:\\.\\d+)?) (\\d{1,7}) (-?\\d{1,6})");

    boolean isSameKind(HeldContract other) {
        return right == other.right && strike == other.strike && expiryDay == other.expiryDay;
    }

    static String write(List<HeldContract> all) {
        StringBuilder text = new StringBuilder();
        for (HeldContract one : all) {
            text.append(one.right.name())
                    .append(' ')
                    .append(BigDecimal.valueOf(one.strike).toPlainString())
                    .append(' ')
                    .append(one.expiryDay)
                    .append(' ')
                    .append(one.count)
                    .append('\n');
        }
        return text.toString();
    }

    /** Lines that cannot be read, such as those of a newer version, are passed over. */
    static List<HeldContract> read(String text) {
        List<HeldContract> all = new ArrayList<>();
        text.lines().forEach(line -> {
            var parts = WRITTEN.matcher(line);
            if (parts.matches()) {
                all.add(new HeldContract(
                        OptionRight.valueOf(parts.group(1)),
                        Double.parseDouble(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4))));
            }
        });
        return all;
    }
}
