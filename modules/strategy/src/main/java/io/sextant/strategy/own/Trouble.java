package io.sextant.strategy.own;

/**
 * What is wrong with what somebody wrote.
 *
 * @param file its name, empty where there is only one
 * @param line counted from 1; 0 where it is of no line
 * @param sentence for that person
 */
public record Trouble(String file, int line, String sentence) {

    public Trouble(int line, String sentence) {
        this("", line, sentence);
    }

    @Override
    public String toString() {
        String where = line == 0 ? file : (file + " line " + line).strip();
        return where.isEmpty() ? sentence : where + ": " + sentence;
    }
}
