package io.sextant.domain.alert;

import io.sextant.domain.command.ChangeSetting;
import java.util.Map;
import java.util.Optional;

/** Somebody wanted to see whether a channel works, and what came of it; empty until something did. */
public record ChannelTest(String channel, long wantedNanos, Optional<Delivery> result) {

    static final String TEST = "alert.test.";

    /** The command that asks for one. */
    public static ChangeSetting wish(String channel, long nowNanos) {
        return new ChannelTest(channel, nowNanos, Optional.empty()).toSetting();
    }

    /** The command that forgets one. */
    public static ChangeSetting removal(String channel) {
        return new ChangeSetting(TEST + channel, "");
    }

    public ChangeSetting toSetting() {
        return new ChangeSetting(
                TEST + channel, wantedNanos + "\n" + result.map(Delivery::text).orElse(""));
    }

    /** Reads one setting; empty when it is none. */
    public static Optional<ChannelTest> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", 2);
        if (!setting.getKey().startsWith(TEST) || lines.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ChannelTest(
                    setting.getKey().substring(TEST.length()),
                    Long.parseLong(lines[0]),
                    lines[1].isEmpty() ? Optional.empty() : Optional.of(Delivery.parse(lines[1]))));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
