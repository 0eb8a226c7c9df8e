package io.sextant.ui.parts;

import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Strategies, their settings and their reasons in the reader's language. */
public final class StrategyWords {

    private final Texts texts;

    public StrategyWords(Texts texts) {
        this.texts = texts;
    }

    /** What has no name in the bundles is somebody's own and called by its own. */
    public String strategy(String name) {
        return texts.find("strategy." + name + ".name").orElse(name);
    }

    /** What it does and when it fails; empty for somebody's own. */
    public String about(String name) {
        String idea = texts.find("strategy." + name + ".idea").orElse("");
        String fails = texts.find("strategy." + name + ".fails")
                .map(words -> texts.get("lab.fails", words))
                .orElse("");
        return (idea + " " + fails).strip();
    }

    public String setting(String name) {
        return texts.find("lab.setting." + name).orElse(name);
    }

    /** A code and its figures, as {@code crossed-up fast=101.2 slow=100.9}. */
    public String reason(String told) {
        String[] parts = told.split(" ", -1);
        String words = texts.find("strategy.reason." + parts[0]).orElse(parts[0]);
        List<String> figures = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String name = parts[i].substring(0, equals);
                figures.add(texts.find("strategy.figure." + name).orElse(name) + " "
                        + texts.localised(parts[i].substring(equals + 1)));
            }
        }
        return figures.isEmpty() ? words : words + " (" + String.join(", ", figures) + ")";
    }

    public String number(double value) {
        return value == Math.rint(value)
                ? texts.figures().number(value, 0)
                : texts.figures().number(value, 4);
    }

    public String values(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(each -> setting(each.getKey()) + " " + number(each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
