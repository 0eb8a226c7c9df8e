package io.sextant.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the commands about a desk's own strategies share. */
abstract class DeskStrategyPart implements Callable<Integer> {

    @Spec
    @Nullable CommandSpec spec;

    @ParentCommand
    @Nullable StrategiesCommand parent;

    @Mixin
    OpenedDesk desk = new OpenedDesk();

    @Nullable Path dataFolder() {
        return parent == null ? null : parent.dataFolder();
    }

    void say(String sentence) {
        Console.of(spec).out().println(sentence);
        Console.of(spec).out().flush();
    }
}
