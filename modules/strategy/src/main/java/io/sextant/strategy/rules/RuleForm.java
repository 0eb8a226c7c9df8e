package io.sextant.strategy.rules;

import io.sextant.domain.rules.RuleLine;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleSheet.Exits;
import io.sextant.domain.rules.RuleSheet.Setting;
import io.sextant.domain.rules.RuleSheet.Side;
import io.sextant.domain.rules.RuleSheet.Size;
import io.sextant.domain.rules.RuleTrouble;
import io.sextant.strategy.kind.Parameter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules as a form, and the form as the text of a file that reads back to the same rules. */
public final class RuleForm {

    private RuleForm() {}

    /** As a file holds it, also where something is still wrong with it. */
    public static String text(RuleSheet sheet) {
        return SheetText.of(sheet).text();
    }

    /** Everything that is wrong with it, each by its place; empty where it can be run. */
    public static List<RuleTrouble> troubles(RuleSheet sheet) {
        SheetText text = SheetText.of(sheet);
        try {
            return RuleReader.faults(text.text()).stream()
                    .map(each -> each.fault().at(place(each, text)))
                    .toList();
        } catch (Written.Unreadable tooMuch) {
            return List.of(RuleFault.written(tooMuch.trouble().sentence()).at(""));
        }
    }

    private static String place(RuleReader.Found found, SheetText text) {
        return switch (found.fault().code()) {
            case ENTERS_NOTHING -> "long";
            case NEVER_ENDS -> "exits";
            default -> text.place(found.line());
        };
    }

    /** Rules that can be run, as a form. */
    public static RuleSheet sheet(RuleStrategy rules) {
        RuleBook book = rules.book();
        return new RuleSheet(
                book.name(),
                book.about(),
                book.parameters().stream().map(RuleForm::setting).toList(),
                side(book.longs()),
                side(book.shorts()),
                size(book.size()),
                new Exits(
                        percent(book.exits().stop()),
                        percent(book.exits().target()),
                        percent(book.exits().trailing()),
                        book.exits().bars() == null
                                ? ""
                                : String.valueOf(book.exits().bars())),
                book.warmUpBars() == 0 ? "" : Integer.toString(book.warmUpBars()));
    }

    private static Setting setting(Parameter of) {
        return new Setting(
                of.name(),
                Amount.plain(of.usual()),
                Amount.plain(of.lowest()),
                Amount.plain(of.highest()),
                Amount.plain(of.step()),
                of.unit() == Parameter.Unit.BARS);
    }

    private static Side side(RuleBook.@Nullable Side of) {
        return of == null ? Side.NONE : new Side(lines(of.enter()), lines(of.leave()));
    }

    private static List<RuleLine> lines(List<Condition> of) {
        return of.stream().map(RuleForm::line).toList();
    }

    private static RuleLine line(Condition of) {
        return switch (of) {
            case Condition.Comparison one ->
                new RuleLine.Compared(
                        one.left().toString(),
                        RuleLine.Relation.valueOf(one.relation().name()),
                        one.right().toString());
            case Condition.InRegime one -> new RuleLine.InRegime(one.regime(), one.wanted());
            case Condition.Group group ->
                new RuleLine.Group(group.how() == Condition.Group.How.ANY, lines(group.conditions()));
        };
    }

    private static Size size(Sizing of) {
        return switch (of) {
            case Sizing.Share fixed -> new Size.Share(percent(fixed.share()));
            case Sizing.ByVolatility by ->
                new Size.ByVolatility(
                        percent(by.volatility()),
                        Integer.toString(by.bars()),
                        Amount.plain(by.barsOfYear()),
                        percent(by.most()));
        };
    }

    /** A share as people write it; what is not there is empty. */
    private static String percent(@Nullable Amount of) {
        return switch (of) {
            case null -> "";
            case Amount.Named named -> named.toString();
            case Amount.Fixed fixed ->
                BigDecimal.valueOf(fixed.value())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "%";
        };
    }
}
