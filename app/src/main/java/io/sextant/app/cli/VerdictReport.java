package io.sextant.app.cli;

import io.sextant.app.verdict.VerdictLines;
import io.sextant.engine.verdict.Evidence;
import io.sextant.engine.verdict.Finding;
import io.sextant.engine.verdict.MonteCarlo;
import io.sextant.engine.verdict.Surface;
import io.sextant.engine.verdict.Verdict;
import io.sextant.engine.verdict.Walked;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verdict in words and in JSON. */
record VerdictReport(String source, Verdict verdict) {

    private static final double PERCENT = 100;

    Map<String, Object> json() {
        Evidence evidence = verdict.evidence();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("source", source);
        answer.put("verdict", verdict.word().code());
        answer.put("sentence", verdict.sentence());
        answer.put(
                "findings",
                verdict.findings().stream().map(VerdictReport::finding).toList());
        answer.put("strategy", evidence.strategy());
        answer.put("parameters", evidence.chosen().values());
        answer.put("instruments", evidence.span().instruments());
        answer.put("bars", evidence.span().bars());
        answer.put("judgedBars", evidence.span().judged());
        answer.put("trades", evidence.earned().trades());
        answer.put("returnPct", PERCENT * evidence.earned().returnShare());
        answer.put("buyHoldPct", PERCENT * evidence.earned().holding());
        answer.put("sharpe", evidence.earned().sharpeAYear());
        answer.put("exposurePct", PERCENT * evidence.earned().exposure());
        answer.put("breakEvenBps", evidence.earned().breakEvenBps());
        luck(answer, evidence);
        choosing(answer, evidence);
        answer.put("monteCarlo", monteCarlo(evidence.monteCarlo()));
        execution(answer, evidence);
        return answer;
    }

    private static Map<String, Object> finding(Finding each) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("code", each.code());
        one.put("weight", each.weight().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        one.put("because", each.clause());
        return one;
    }

    private static void luck(Map<String, Object> answer, Evidence evidence) {
        Map<String, Object> trials = new LinkedHashMap<>();
        trials.put("now", evidence.count().now());
        trials.put("ofStrategy", evidence.count().ofStrategy());
        trials.put("onData", evidence.count().onData());
        trials.put("ledgerWhole", evidence.count().whole());
        trials.put("parameters", evidence.count().parameters());
        answer.put("trials", trials);
        answer.put("probabilisticSharpe", evidence.sharpe().probabilityAbove(0));
        answer.put(
                "luckySharpe",
                evidence.deflated().luckySharpe() * Math.sqrt(evidence.span().barsAYear()));
        answer.put("deflatedSharpe", evidence.deflated().probability());
        answer.put("barsNeeded", evidence.periodsNeeded());
        answer.put("realityCheckP", evidence.aboveCash().realityCheck());
        answer.put("superiorAbilityP", evidence.aboveCash().consistent());
        answer.put("superiorAbilityLowerP", evidence.aboveCash().lower());
        answer.put("superiorAbilityUpperP", evidence.aboveCash().upper());
        answer.put("aboveHoldingP", evidence.aboveHolding().consistent());
    }

    private static void choosing(Map<String, Object> answer, Evidence evidence) {
        answer.put(
                "overfittingProbability",
                evidence.overfitting().map(each -> each.probability()).orElse(Double.NaN));
        answer.put(
                "overfittingLossProbability",
                evidence.overfitting().map(each -> each.lossProbability()).orElse(Double.NaN));
        answer.put("walkForward", walked(evidence.anchored().orElse(null)));
        answer.put("walkForwardRolling", walked(evidence.rolling().orElse(null)));
        answer.put(
                "purgedPathSharpes",
                evidence.paths().map(each -> each.sharpes()).orElse(new double[0]));
        evidence.surface().ifPresent(surface -> {
            answer.put(
                    "surface",
                    surface.points().stream().map(VerdictReport::point).toList());
            answer.put("plateau", point(surface.plateau()));
        });
    }

    private static Map<String, Object> point(Surface.Point point) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("parameters", point.choice().values());
        one.put("sharpe", point.sharpeAYear());
        one.put("around", point.around());
        return one;
    }

    private static @Nullable Map<String, Object> walked(@Nullable Walked walked) {
        if (walked == null) {
            return null;
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("folds", walked.steps().size());
        one.put("sharpeChosen", walked.chosen());
        one.put("sharpeAfter", walked.after());
        one.put("returnAfterPct", PERCENT * walked.afterReturn());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Walked.Step each : walked.steps()) {
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("parameters", each.choice().values());
            step.put("sharpeChosen", each.chosen());
            step.put("sharpeAfter", each.after());
            steps.add(step);
        }
        one.put("steps", steps);
        return one;
    }

    private static Map<String, Object> monteCarlo(MonteCarlo drawn) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("luckyWorlds", drawn.luckyWorlds());
        one.put("luckyP", drawn.luckyShare());
        one.put("luckyMedianSharpe", drawn.luckyMedian());
        one.put("shuffledDrawdown5Pct", PERCENT * drawn.trades().fallAt(0.05));
        one.put("redrawnDrawdown5Pct", PERCENT * drawn.returns().fallAt(0.05));
        one.put("redrawnReturn5Pct", PERCENT * (drawn.returns().growthAt(0.05) - 1));
        one.put("redrawnReturn50Pct", PERCENT * (drawn.returns().growthAt(0.5) - 1));
        one.put("redrawnLossShare", drawn.returns().lossShare());
        one.put("alikeMarketsPositive", drawn.alikePositive());
        one.put("startsPositive", drawn.startsPositive());
        one.put("jitterMedianSharpe", drawn.jitterMedian());
        one.put(
                "costs",
                drawn.costs().stream()
                        .map(step -> {
                            Map<String, Object> cost = new LinkedHashMap<>();
                            cost.put("times", step.times());
                            cost.put("moreBps", step.moreBps());
                            cost.put("sharpe", step.sharpeAYear());
                            cost.put("returnPct", PERCENT * step.returnShare());
                            return cost;
                        })
                        .toList());
        return one;
    }

    private static void execution(Map<String, Object> answer, Evidence evidence) {
        answer.put("looksAhead", evidence.lookAhead().peek().isPresent());
        answer.put("signalsCompared", evidence.lookAhead().compared());
        answer.put("futureCutOffAt", evidence.lookAhead().cuts());
        answer.put("warmUpBars", evidence.warmUp().declared());
        answer.put("warmUpDifferingPct", PERCENT * evidence.warmUp().share());
        answer.put("fills", evidence.fills().fills());
        answer.put("impossibleFills", evidence.fills().impossible());
        answer.put("staleFills", evidence.fills().stale());
        answer.put("capacity", evidence.capacity().amount());
        answer.put("meanShareOfVolumePct", PERCENT * evidence.capacity().meanShare());
        answer.put("impactBps", evidence.capacity().impactBps());
        answer.put("edgeBps", evidence.capacity().edgeBps());
        answer.put("bestTradeShare", evidence.bestTradeShare());
    }

    void print(PrintWriter out) {
        out.println(verdict.sentence());
        for (Finding each : verdict.findings()) {
            if (!verdict.reasons().contains(each)) {
                out.println("Also: " + each.clause() + ".");
            }
        }
        out.println();
        for (VerdictLines.Line line : new VerdictLines(verdict.evidence()).lines()) {
            out.printf(Locale.ENGLISH, "%-34s %s%n", line.name(), line.text());
        }
        out.flush();
    }
}
