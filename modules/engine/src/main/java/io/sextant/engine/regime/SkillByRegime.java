package io.sextant.engine.regime;

import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimePath;
import io.sextant.domain.regime.RegimeSkill;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** By how much models' forecasts of one series missed, and which regime was told when each was made. */
final class SkillByRegime {

    private static final int KEPT_MAX = 20_000;
    /** Of fewer nothing is said. */
    private static final int FORECASTS_MIN = 20;

    private record Miss(String model, long madeNanos, double error, double naiveError) {}

    private final Deque<Miss> misses = new ArrayDeque<>();

    synchronized void add(String model, long madeNanos, double error, double naiveError) {
        if (misses.size() >= KEPT_MAX) {
            misses.removeFirst();
        }
        misses.addLast(new Miss(model, madeNanos, error, naiveError));
    }

    private static final class Sum {
        int forecasts;
        double error;
        double naiveError;
    }

    /** By the regimes of a path; forecasts that were made outside it do not count. */
    synchronized List<RegimeSkill> skills(RegimePath path, List<RegimeName> names) {
        Map<String, Map<RegimeName, Sum>> sums = new LinkedHashMap<>();
        for (Miss miss : misses) {
            int at = Arrays.binarySearch(path.timesNanos(), miss.madeNanos);
            if (at >= 0) {
                Sum sum = sums.computeIfAbsent(miss.model, model -> new LinkedHashMap<>())
                        .computeIfAbsent(names.get(path.told()[at]), name -> new Sum());
                sum.forecasts++;
                sum.error += miss.error;
                sum.naiveError += miss.naiveError;
            }
        }
        List<RegimeSkill> skills = new ArrayList<>();
        for (String model : new TreeSet<>(sums.keySet())) {
            sums.getOrDefault(model, Map.of()).forEach((name, sum) -> {
                if (sum.forecasts >= FORECASTS_MIN && sum.naiveError > 0) {
                    skills.add(new RegimeSkill(model, name, sum.forecasts, sum.error / sum.naiveError));
                }
            });
        }
        return skills;
    }

    /** By model and by when each forecast was made, of one regime. */
    synchronized Map<String, NavigableMap<Long, Double>> errors(
            RegimePath path, List<RegimeName> names, RegimeName regime) {
        Map<String, NavigableMap<Long, Double>> errors = new LinkedHashMap<>();
        for (Miss miss : misses) {
            int at = Arrays.binarySearch(path.timesNanos(), miss.madeNanos);
            if (at >= 0 && names.get(path.told()[at]) == regime) {
                errors.computeIfAbsent(miss.model, model -> new TreeMap<>()).put(miss.madeNanos, miss.error);
            }
        }
        return errors;
    }
}
