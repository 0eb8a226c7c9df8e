package io.sextant.strategy.rules;

import io.sextant.strategy.own.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A piece of a YAML file and the line on which it stands. */
record Written(Node node) {

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 10;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setCodePointLimit(LONGEST).build();

    record Entry(String key, Written at, Written value) {}

    /** The text is no YAML. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Trouble trouble;

        Unreadable(Trouble trouble) {
            super(trouble.sentence());
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    static Written of(String text) throws Unreadable {
        if (text.length() > LONGEST) {
            throw new Unreadable(new Trouble(0, "rules are of " + LONGEST + " letters at most"));
        }
        try {
            checkPlain(text);
            Node root = new Compose(SETTINGS)
                    .composeString(text)
                    .orElseThrow(() -> new Unreadable(new Trouble(0, "there is nothing in it")));
            return new Written(root);
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            throw new Unreadable(new Trouble(line, "this cannot be read as YAML: " + wrong.getProblem()));
        } catch (YamlEngineException wrong) {
            throw new Unreadable(new Trouble(0, "this cannot be read as YAML: " + firstLine(wrong)));
        }
    }

    private static String firstLine(YamlEngineException wrong) {
        return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
    }

    /** Composing goes down as deep as the text nests, and an anchor can make it endless: both are looked for in a flat pass. */
    private static void checkPlain(String text) throws Unreadable {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
            if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
                throw new Unreadable(new Trouble(line, "rules know no anchors (&) and no references (*)"));
            }
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new Unreadable(new Trouble(line, "this is nested too deep"));
            }
        }
    }

    int line() {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    boolean isBlock() {
        return node instanceof MappingNode;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw RuleFault.written("one value is written here, not a list or a block");
    }

    List<Written> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(Written::new).toList();
        }
        throw RuleFault.written("a list is written here, each line with '- ' before it");
    }

    List<Entry> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw RuleFault.written("lines as 'name: value' are written here");
        }
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple each : mapping.getValue()) {
            Written key = new Written(each.getKeyNode());
            entries.add(new Entry(key.text(), key, new Written(each.getValueNode())));
        }
        return entries;
    }
}
