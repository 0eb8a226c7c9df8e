package io.sextant.marketdata.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what separates the cells of a text, and where its rows begin. */
final class Separators {

    private static final byte[] CANDIDATES = {';', '\t', '|', ',', ' '};
    private static final double AGREEMENT_MIN = 0.8;

    private Separators() {}

    /** {@code firstRow}: lines before it are titles or remarks. */
    record Found(byte separator, int cells, int firstRow) {}

    /** The first candidate on whose count nearly all lines agree. */
    static Found in(List<byte[]> lines) {
        for (byte candidate : CANDIDATES) {
            Found found = with(candidate, lines);
            if (found.cells() > 1) {
                return found;
            }
        }
        throw new FileProblem("no separator of cells was found");
    }

    private static Found with(byte separator, List<byte[]> lines) {
        Cells cells = new Cells();
        Map<Integer, Integer> votes = new HashMap<>();
        int[] counts = new int[lines.size()];
        for (int i = 0; i < counts.length; i++) {
            byte[] line = lines.get(i);
            cells.split(line, 0, line.length, separator);
            counts[i] = cells.count();
            votes.merge(counts[i], 1, Integer::sum);
        }
        int usual = votes.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
        int first = 0;
        while (first < counts.length && counts[first] != usual) {
            first++;
        }
        int rows = counts.length - first;
        boolean agreed = rows > 0 && votes.getOrDefault(usual, 0) >= AGREEMENT_MIN * rows;
        return new Found(separator, agreed ? usual : 0, first);
    }
}
