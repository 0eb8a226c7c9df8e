package io.sextant.strategy.rules;

import io.sextant.domain.rules.RuleLine;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleSheet.Exits;
import io.sextant.domain.rules.RuleSheet.Setting;
import io.sextant.domain.rules.RuleSheet.Side;
import io.sextant.domain.rules.RuleSheet.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A form as the text of a file, and which line of it stands for which place of the form. */
final class SheetText {

    /** Means in YAML what it is here. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9$.][A-Za-z0-9$.%<>=_ :-]*");

    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, String> places = new TreeMap<>();

    private SheetText() {}

    static SheetText of(RuleSheet sheet) {
        SheetText made = new SheetText();
        made.write(sheet);
        return made;
    }

    String text() {
        return text.toString();
    }

    /** The place that a line stands for, or the one before it. */
    String place(int line) {
        Map.Entry<Integer, String> found = places.floorEntry(Math.max(1, line));
        return found == null ? "" : found.getValue();
    }

    private void write(RuleSheet sheet) {
        line(0, "name", "name", scalar(sheet.name()));
        if (!sheet.about().isBlank()) {
            line(0, "about", "about", RuleText.quoted(sheet.about()));
        }
        given(0, "warm-up", "warm-up", sheet.warmUpBars());
        if (!sheet.settings().isEmpty()) {
            plain(0, "settings", "parameters:");
            for (int i = 0; i < sheet.settings().size(); i++) {
                setting("settings." + i, sheet.settings().get(i));
            }
        }
        side("long", sheet.longs());
        side("short", sheet.shorts());
        size(sheet.size());
        exits(sheet.exits());
    }

    private void plain(int indent, String place, String words) {
        places.put(1 + (int) text.chars().filter(each -> each == '\n').count(), place);
        text.append(" ".repeat(indent)).append(words).append('\n');
    }

    private void line(int indent, String place, String key, String value) {
        plain(indent, place, key + ": " + value);
    }

    private void given(int indent, String place, String key, String value) {
        if (!value.isBlank()) {
            line(indent, place, key, scalar(value));
        }
    }

    private void setting(String place, Setting of) {
        String step = of.step().isBlank() ? "" : ", step: " + scalar(of.step());
        line(
                2,
                place,
                scalar(of.name()),
                "{usual: " + scalar(of.usual()) + ", from: " + scalar(of.from()) + ", to: " + scalar(of.to()) + step
                        + ", whole: " + (of.whole() ? "yes}" : "no}"));
    }

    private void side(String name, Side side) {
        if (side.enter().isEmpty() && side.leave().isEmpty()) {
            return;
        }
        plain(0, name, name + ":");
        if (side.enter().isEmpty()) {
            line(2, name + ".enter", "enter", "[]");
        } else {
            plain(2, name + ".enter", "enter:");
            lines(4, name + ".enter", side.enter());
        }
        if (!side.leave().isEmpty()) {
            plain(2, name + ".leave", "exit:");
            lines(4, name + ".leave", side.leave());
        }
    }

    private void lines(int indent, String place, List<RuleLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String at = place + "." + i;
            switch (lines.get(i)) {
                case RuleLine.Compared one -> plain(indent, at, "- " + scalar(words(one)));
                case RuleLine.InRegime one ->
                    plain(indent, at, "- " + new Condition.InRegime(one.regime(), one.isIn()));
                case RuleLine.Group group -> {
                    String how = "- " + (group.any() ? Condition.Group.How.ANY : Condition.Group.How.ALL) + ":";
                    plain(indent, at, group.lines().isEmpty() ? how + " []" : how);
                    lines(indent + 4, at, group.lines());
                }
            }
        }
    }

    private static String words(RuleLine.Compared one) {
        return value(one.left()) + " "
                + Condition.Relation.valueOf(one.relation().name()) + " " + value(one.right());
    }

    private static String value(String typed) {
        return typed.isBlank() ? ConditionReader.MISSING : typed.strip();
    }

    private void size(Size size) {
        switch (size) {
            case Size.Share(String share) -> given(0, "size", "size", share);
            case Size.ByVolatility by -> {
                plain(0, "size", "size:");
                line(2, "size", "volatility", scalar(by.volatility()));
                given(2, "size", "bars", by.bars());
                given(2, "size", "bars-a-year", by.barsAYear());
                given(2, "size", "most", by.most());
            }
        }
    }

    private void exits(Exits exits) {
        if (!(exits.stop() + exits.target() + exits.trailing() + exits.bars()).isBlank()) {
            plain(0, "exits", "exits:");
            given(2, "exits.stop", "stop", exits.stop());
            given(2, "exits.target", "target", exits.target());
            given(2, "exits.trailing", "trailing", exits.trailing());
            given(2, "exits.bars", "bars", exits.bars());
        }
    }

    private static String scalar(String typed) {
        String one = typed.strip().replaceAll("\\s+", " ");
        return PLAIN.matcher(one).matches() && !one.contains(": ") && !one.endsWith(":") ? one : RuleText.quoted(one);
    }
}
