package io.sextant.ui.panel.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Features by name under a name of the reader's. */
record NamedSet(String name, List<String> features) {

    static final int NAME_MAX = 60;

    NamedSet {
        features = List.copyOf(features);
    }

    /** As typed, without blanks around it and between its words no more than one. */
    static String clean(String typed) {
        String name = typed.strip().replaceAll("\\s+", " ");
        return name.length() > NAME_MAX ? name.substring(0, NAME_MAX).strip() : name;
    }

    /** One line a set: the name, a tab, the features. */
    static String write(List<NamedSet> sets) {
        return String.join(
                "\n",
                sets.stream()
                        .map(set -> set.name + "\t" + String.join(",", set.features))
                        .toList());
    }

    /** What was remembered; a line that is none is left out. */
    static List<NamedSet> read(String text) {
        List<NamedSet> sets = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                sets.add(new NamedSet(
                        line.substring(0, tab),
                        Arrays.stream(line.substring(tab + 1).split(",", -1))
                                .filter(name -> !name.isBlank())
                                .toList()));
            }
        }
        return List.copyOf(sets);
    }
}
