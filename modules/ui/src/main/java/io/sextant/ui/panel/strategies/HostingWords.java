package io.sextant.ui.panel.strategies;

import io.sextant.domain.hosting.ComparedSignal;
import io.sextant.domain.hosting.HostedConflict;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.ParityDifference;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Money;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.StrategyWords;
import io.sextant.ui.parts.Tone;
import java.util.stream.Collectors;

/** Stages, wishes, conflicts and differences in the reader's language. */
final class HostingWords {

    private static final double PERCENT = 100;

    private final InstrumentCatalog catalog;
    private final Texts texts;
    private final StrategyWords strategies;

    HostingWords(InstrumentCatalog catalog, Texts texts) {
        this.catalog = catalog;
        this.texts = texts;
        strategies = new StrategyWords(texts);
    }

    StrategyWords strategies() {
        return strategies;
    }

    String instruments(HostingTerms terms) {
        return terms.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", "));
    }

    /** The stage, and the cause where nobody asked for it. */
    String stage(HostedStrategy one) {
        String stage = texts.get("strategies.stage." + one.stage().name());
        return one.cause().isAlarm() && one.stage() != HostedStage.RUNNING
                ? texts.get("strategies.stage.because", stage, cause(one.cause()))
                : stage;
    }

    Tone tone(HostedStrategy one) {
        return switch (one.stage()) {
            case RUNNING -> Tone.UP;
            case PAUSED -> Tone.WARNING;
            case CLOSING -> Tone.WARNING;
            case STOPPED -> one.cause().isAlarm() ? Tone.WARNING : Tone.MUTED;
            case READY, REMOVED -> Tone.MUTED;
        };
    }

    String cause(StageCause cause) {
        return texts.get("strategies.cause." + cause.name());
    }

    /** What it is doing, with the stage's cause and words of whoever changed it. */
    String standing(HostedStrategy one) {
        String since = one.sinceNanos() == 0 ? Figures.NONE : texts.figures().dateTime(one.sinceNanos());
        String stands = texts.get("strategies.standing", stage(one), since, phase(one));
        String armed = one.isArmed() ? " " + texts.get("strategies.armed") : "";
        return (one.why().isBlank() ? stands : stands + " " + one.why()) + armed;
    }

    private String phase(HostedStrategy one) {
        return texts.get("strategies.phase." + one.phase().name());
    }

    String units(double units) {
        return units > 0 ? "+" + trimmed(units, texts.figures()) : trimmed(units, texts.figures());
    }

    static String trimmed(double value, Figures figures) {
        return Double.isFinite(value) ? figures.number(value, decimals(value)) : Figures.NONE;
    }

    /** As many as it has, 8 at most. */
    private static int decimals(double value) {
        int decimals = 0;
        double scale = 1;
        while (decimals < 8 && Math.abs(value * scale - Math.rint(value * scale)) > 1e-7 * scale) {
            decimals++;
            scale *= 10;
        }
        return decimals;
    }

    String share(double share) {
        return texts.figures().signedPercent(PERCENT * share, 0);
    }

    /** A move told as the logarithm of a ratio. */
    String move(double logReturn) {
        return texts.figures().signedPercent(PERCENT * Math.expm1(logReturn), 3);
    }

    String price(double price, InstrumentId of) {
        return Double.isFinite(price) ? texts.figures().price(price, catalog.getInstrument(of)) : Figures.NONE;
    }

    Money result(HostedStrategy one) {
        return one.figures().equity().minus(one.terms().capital());
    }

    String conflict(HostedConflict conflict) {
        String sides = conflict.sides().stream()
                .map(side -> texts.get(
                        "strategies.conflict.side", side.strategy(), share(side.share()), units(side.heldUnits())))
                .collect(Collectors.joining("; "));
        return texts.get("strategies.conflict", conflict.instrument().symbol(), sides, units(conflict.netUnits()));
    }

    String kind(ParityDifference.Kind kind) {
        return texts.get("strategies.difference." + kind.name());
    }

    /** A figure of one side of a difference, in the unit of its kind. */
    String figure(ComparedSignal signal, ParityDifference of, double value) {
        if (!Double.isFinite(value)) {
            return Figures.NONE;
        }
        return switch (of.kind()) {
            case SIGNAL -> share(value);
            case REFUSED, PARTIAL_FILL, QUANTITY -> units(value);
            case LATENCY -> texts.figures().duration(Math.round(value));
            case PRICE -> price(value, signal.instrument());
            case FEE -> texts.figures().number(value, 4);
            case EARLIER_DIFFERENCE -> units(value);
        };
    }

    String explanation(ComparedSignal signal, ParityDifference of) {
        return switch (of.kind()) {
            case REFUSED -> of.refusal().map(texts::refusal).orElse(texts.get("strategies.explained.REFUSED"));
            case PRICE ->
                texts.get(
                        "strategies.explained.PRICE",
                        texts.figures().signed(1e4 * (of.strategy() - of.shadow()) / of.shadow(), 2));
            case EARLIER_DIFFERENCE ->
                texts.get(
                        "strategies.explained.EARLIER_DIFFERENCE",
                        texts.figures().dateTime(of.sinceBarEndNanos()));
            case SIGNAL, PARTIAL_FILL, LATENCY, FEE, QUANTITY ->
                texts.get(
                        "strategies.explained." + of.kind().name(),
                        figure(signal, of, of.strategy()),
                        figure(signal, of, of.shadow()));
        };
    }
}
