package io.sextant.strategy.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sextant.strategy.StrategyFile;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import io.sextant.strategy.own.Trouble;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Wished;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCodeTest {

    private static final String HEAD = """
            import io.sextant.strategy.kind.*;
            import java.util.List;

            """;

    private static final String EVERY_THIRD = HEAD + """
            public final class EveryThird implements StrategyKind {
                @Override public String name() { return "every-third"; }
                @Override public List<Parameter> parameters() { return List.of(Parameter.bars("of", 1, 10, 3)); }
                @Override public Needs needs(Choice choice) { return Needs.bars(1); }
                @Override public StrategyRun begin(Choice choice) {
                    int of = choice.whole("of");
                    return (scene, wishes) -> {
                        if (scene.bars(0) % of == 0) {
                            wishes.hold(Target.strong(0, Helped.share(), Reason.of("third")));
                        }
                    };
                }
            }
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static StrategyKind ready(Path file) {
        return switch (StrategyFile.load(file.toString())) {
            case Loaded.Ready ready -> ready.kind();
            case Loaded.Broken broken -> throw new AssertionError(broken.text());
        };
    }

    private static List<Trouble> wrong(String file) {
        return switch (StrategyFile.load(file)) {
            case Loaded.Ready ready -> throw new AssertionError("nothing is wrong with " + ready);
            case Loaded.Broken broken -> broken.troubles();
        };
    }

    private static List<Wished> wishes(StrategyKind kind) {
        return Market.ofCloses(new double[] {1, 2, 3, 4, 5, 6, 7}).wishesOf(kind, Choice.usual(kind));
    }

    @Test
    void compilesAFolderAndRunsWhatIsInIt() throws IOException {
        file("EveryThird.java", EVERY_THIRD);
        file("Helped.java", "final class Helped { static double share() { return 0.5; } }\n");
        StrategyKind kind = ready(folder);
        assertThat(kind.name()).isEqualTo("every-third");
        assertThat(wishes(kind)).extracting(Wished::bar).containsExactly(2, 5);
        assertThat(wishes(kind)).extracting(Wished::share).containsOnly(0.5);
        assertThat(kind.needs(Choice.of(kind, Map.of("of", 2.0))).warmUpBars()).isOne();
    }

    @Test
    void readsAJarAsItIsAndOneClassOfANameDoesNotDisturbAnother() throws IOException {
        file("EveryThird.java", EVERY_THIRD.replace("Helped.share()", "1"));
        Compilation compilation = Compilation.of(List.of(folder.resolve("EveryThird.java")));
        Path jar = folder.resolve("mine.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream into = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : compilation.classes().entrySet()) {
                into.putNextEntry(new ZipEntry(each.getKey() + ".class"));
                into.write(each.getValue());
            }
        }
        StrategyKind first = ready(jar);
        file("EveryThird.java", EVERY_THIRD.replace("Helped.share()", "0.25"));
        StrategyKind second = ready(folder.resolve("EveryThird.java"));
        assertThat(wishes(first)).extracting(Wished::share).containsOnly(1.0);
        assertThat(wishes(second)).extracting(Wished::share).containsOnly(0.25);
    }

    @Test
    void saysOnWhichLineTheCompilerFoundWhat() throws IOException {
        Path file = file("EveryThird.java", EVERY_THIRD.replace("Needs.bars(1)", "Needs.days(1)"));
        assertThat(wrong(file.toString()))
                .extracting(Trouble::toString)
                .anySatisfy(each -> assertThat(each)
                        .startsWith("EveryThird.java line 7: cannot find symbol")
                        .contains("days"))
                .anySatisfy(each -> assertThat(each).contains("line 12").contains("Helped"));
    }

    @Test
    void saysWhatIsNotThere() throws IOException {
        assertThat(wrong(folder.resolve("none.java").toString()).getFirst().sentence())
                .startsWith("there is no file");
        assertThat(wrong(file("Plain.java", "public class Plain {}").toString())
                        .getFirst()
                        .sentence())
                .startsWith("no public class in it implements");
        assertThat(wrong(file("broken.jar", "no jar").toString()).getFirst().sentence())
                .contains("cannot be read");
    }

    private static String named(String type, String name) {
        return EVERY_THIRD.replace("EveryThird", type).replace("every-third", name);
    }

    /** One folder, compiled once: strategies that go wrong in each way that there is, and one that does not. */
    @Test
    void mistakesStopTheirOwnStrategyAndAreTold() throws IOException {
        String head = "implements StrategyKind {";
        file("Helped.java", "final class Helped { static double share() { return 1; } }\n");
        file("Sound.java", named("Sound", "sound"));
        file(
                "Divides.java",
                named("Divides", "divides")
                        .replace("Helped.share()", "scene.bars(0) < 5 ? 1 : 1 / (scene.bars(0) - scene.bars(0))"));
        file("Elsewhere.java", named("Elsewhere", "elsewhere").replace("strong(0,", "strong(7,"));
        file(
                "Needy.java",
                named("Needy", "needy").replace("return Needs.bars(1)", "throw new IllegalStateException()"));
        file("Shy.java", named("Shy", "shy").replace(head, head + " public Shy(int x) {}"));
        file("Static.java", named("Static", "static").replace(head, head + " static int x = 1 / 0;"));
        file("Loud.java", named("Loud", "LOUD"));

        List<Loaded> all = OwnCode.loadAll(folder);
        List<StrategyKind> ready = all.stream()
                .filter(Loaded.Ready.class::isInstance)
                .map(each -> ((Loaded.Ready) each).kind())
                .toList();
        assertThat(ready).extracting(StrategyKind::name).containsExactly("divides", "elsewhere", "needy", "sound");
        List<String> broken = all.stream()
                .filter(Loaded.Broken.class::isInstance)
                .map(each -> ((Loaded.Broken) each).text())
                .toList();
        assertThat(broken).hasSize(3);
        assertThat(broken.get(0)).contains("small letters", "LOUD");
        assertThat(broken.get(1)).contains("Shy has no public constructor without parameters");
        assertThat(broken.get(2)).contains("cannot be made", "ExceptionInInitializerError");

        List<Wished> divided = wishes(ready.get(0));
        assertThat(divided).extracting(Wished::bar, Wished::share).containsExactly(tuple(2, 1.0), tuple(5, 0.0));
        assertThat(divided.getLast().target().reason().code())
                .startsWith("strategy-failed java.lang.ArithmeticException: / by zero at Divides.java:12");
        assertThat(wishes(ready.get(1)))
                .as("an instrument that is not there")
                .extracting(Wished::share)
                .containsExactly(0.0);
        assertThatThrownBy(() -> ready.get(2).needs(Choice.usual(ready.get(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needy fails before it begins");
        assertThat(wishes(ready.get(3))).hasSize(2);
        assertThat(wrong(folder.toString()).getFirst().sentence())
                .endsWith("#NAME; there is divides, elsewhere, needy, sound");
    }
}
