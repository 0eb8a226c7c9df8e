package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Parameter.Unit;
import io.sextant.strategy.rules.RuleBook.Exits;
import io.sextant.strategy.rules.RuleBook.Side;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules as text that reads back to the same rules. */
final class RuleText {

    private final StringBuilder text = new StringBuilder();

    private RuleText() {}

    static String of(RuleBook book) {
        RuleText writer = new RuleText();
        writer.write(book);
        return writer.text.toString();
    }

    private void write(RuleBook book) {
        line(0, "name", book.name());
        if (!book.about().isEmpty()) {
            line(0, "about", quoted(book.about()));
        }
        if (book.warmUpBars() > 0) {
            line(0, "warm-up", Integer.toString(book.warmUpBars()));
        }
        if (!book.parameters().isEmpty()) {
            text.append("parameters:\n");
            book.parameters().forEach(this::parameter);
        }
        side("long", book.longs());
        side("short", book.shorts());
        size(book.size());
        exits(book.exits());
    }

    private void line(int indent, String key, String value) {
        text.append(" ".repeat(indent)).append(key).append(": ").append(value).append('\n');
    }

    private void parameter(Parameter each) {
        line(
                2,
                each.name(),
                "{usual: " + Amount.plain(each.usual()) + ", from: " + Amount.plain(each.lowest()) + ", to: "
                        + Amount.plain(each.highest()) + ", step: " + Amount.plain(each.step())
                        + (each.unit() == Unit.BARS ? ", whole: yes}" : "}"));
    }

    private void side(String name, @Nullable Side side) {
        if (side != null) {
            text.append(name).append(":\n");
            conditions("enter", side.enter());
            conditions("exit", side.leave());
        }
    }

    private void conditions(String name, List<Condition> conditions) {
        if (!conditions.isEmpty()) {
            text.append("  ").append(name).append(":\n");
            conditions.forEach(each -> condition(4, each));
        }
    }

    private void condition(int indent, Condition each) {
        text.append(" ".repeat(indent)).append("- ");
        if (each instanceof Condition.Group group) {
            text.append(group.how()).append(":\n");
            group.conditions().forEach(one -> condition(indent + 4, one));
        } else {
            text.append(each).append('\n');
        }
    }

    private void size(Sizing size) {
        switch (size) {
            case Sizing.Share fixed -> line(0, "size", fixed.share().toString());
            case Sizing.ByVolatility by -> {
                text.append("size:\n");
                line(2, "volatility", by.volatility().toString());
                line(2, "bars", Integer.toString(by.bars()));
                line(2, "bars-a-year", Amount.plain(by.barsOfYear()));
                line(2, "most", by.most().toString());
            }
        }
    }

    private void exits(Exits exits) {
        if (!exits.equals(Exits.NONE)) {
            text.append("exits:\n");
            exit("stop", exits.stop());
            exit("target", exits.target());
            exit("trailing", exits.trailing());
            exit("bars", exits.bars());
        }
    }

    private void exit(String name, @Nullable Amount amount) {
        if (amount != null) {
            line(2, name, amount.toString());
        }
    }

    static String quoted(String about) {
        StringBuilder quoted = new StringBuilder("\"");
        about.codePoints().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').appendCodePoint(each);
            } else if (each < ' ' || each > '~') {
                quoted.append(String.format(Locale.ROOT, "\\U%08x", each));
            } else {
                quoted.appendCodePoint(each);
            }
        });
        return quoted.append('"').toString();
    }
}
