package io.sextant.domain.alert;

import io.sextant.domain.command.ChangeSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a firing, channel by channel. */
public record Deliveries(long number, List<Delivery> each) {

    static final String SENT = "alert.sent.";

    public Deliveries {
        each = List.copyOf(each);
    }

    /** Before anything was tried. */
    public static Deliveries of(AlertFiring firing) {
        return new Deliveries(
                firing.number(),
                firing.channels().stream().map(Delivery::waiting).toList());
    }

    public Optional<Delivery> find(String channel) {
        return each.stream().filter(one -> one.channel().equals(channel)).findFirst();
    }

    public Deliveries with(Delivery changed) {
        List<Delivery> next = new ArrayList<>(each);
        next.replaceAll(one -> one.channel().equals(changed.channel()) ? changed : one);
        return new Deliveries(number, next);
    }

    public ChangeSetting toSetting() {
        return new ChangeSetting(
                SENT + Math.floorMod(number, AlertFiring.REMEMBERED),
                number + "\n"
                        + String.join("\n", each.stream().map(Delivery::text).toList()));
    }

    /** Reads one setting; empty when it is none. */
    public static Optional<Deliveries> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", -1);
        if (!setting.getKey().startsWith(SENT) || lines.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Deliveries(
                    Long.parseLong(lines[0]),
                    List.of(lines).subList(1, lines.length).stream()
                            .map(Delivery::parse)
                            .toList()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
