package io.sextant.app.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.StrategyKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window knows no strategies, and the strategies no window: that the one has words for the others is seen only here. */
class StrategyTextsTest {

    /** Words in the code that are neither reasons nor names of strategies or parameters, nor of figures as they are made. */
    private static final Set<String> OTHER_WORDS = Set.of("score");

    private static Set<String> reasons = Set.of();

    @BeforeAll
    static void readCode() throws IOException {
        reasons = reasonsInCode();
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(StrategyTextsTest.class.getResourceAsStream("/io/sextant/ui/i18n/" + bundle)),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategy.properties", "strategy_fr.properties"})
    void everyStrategyHasANameAnIdeaAPaperAndItsFailure(String bundle) throws IOException {
        Properties texts = texts(bundle);
        for (StrategyKind kind : StrategyCatalog.all()) {
            for (String what : new String[] {"name", "idea", "paper", "fails"}) {
                assertThat(texts.getProperty(kind.name() + "." + what, ""))
                        .as("%s of %s", what, kind.name())
                        .isNotBlank();
            }
        }
    }

    /** Whatever a strategy can say stands in its code as a word: a reason that nobody wrote a sentence for is found here, not by a person. */
    @ParameterizedTest
    @ValueSource(strings = {"strategy.properties", "strategy_fr.properties"})
    void everyReasonThatStrategiesAndBacktestsCanGiveHasASentence(String bundle) throws IOException {
        Properties texts = texts(bundle);
        assertThat(reasons)
                .contains("crossed-up", "rose", "spread-ended", "no-regime", "rule-trailing", "last-bar")
                .hasSizeGreaterThan(40);
        for (String reason : reasons) {
            assertThat(texts.getProperty("reason." + reason, ""))
                    .as("what %s means", reason)
                    .isNotBlank();
        }
    }

    private static Set<String> reasonsInCode() throws IOException {
        Set<String> known = new HashSet<>(OTHER_WORDS);
        for (StrategyKind kind : StrategyCatalog.all()) {
            known.add(kind.name());
            kind.parameters().forEach(each -> known.add(each.name()));
        }
        Set<String> found = new TreeSet<>();
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(
                        "io.sextant.strategy.bar",
                        "io.sextant.strategy.group",
                        "io.sextant.strategy.rules",
                        "io.sextant.strategy.ta4j",
                        "io.sextant.engine.backtest");
        for (JavaClass each : classes) {
            if (!isReasoning(each)) {
                continue;
            }
            String file = "/" + each.getName().replace('.', '/') + ".class";
            try (InputStream in = Objects.requireNonNull(StrategyTextsTest.class.getResourceAsStream(file))) {
                words(ClassFile.of().parse(in.readAllBytes()), found);
            }
        }
        found.removeAll(known);
        return found;
    }

    /** All of what ships; of rules and of the backtest what makes reasons, as what reads files has words of its own. */
    private static boolean isReasoning(JavaClass type) {
        return Set.of("bar", "group").contains(type.getPackage().getRelativeName())
                || type.getSimpleName().equals("Stops")
                || type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(each -> each.getTargetClass().isEquivalentTo(Figure.class)
                                || each.getTargetClass().isEquivalentTo(Reason.class));
    }

    private static void words(ClassModel type, Set<String> to) {
        for (MethodModel method : type.methods()) {
            Instruction before = null;
            for (CodeElement each : method.code().map(CodeModel::elementList).orElse(List.of())) {
                // The name of a figure follows on "new Figure", which is kept twice.
                boolean isFigure = before instanceof StackInstruction;
                if (each instanceof ConstantInstruction constant
                        && constant.constantValue() instanceof String text
                        && !isFigure
                        && text.matches("[a-z0-9]+(-[a-z]+)*")) {
                    to.add(text);
                }
                before = each instanceof Instruction instruction ? instruction : before;
            }
        }
    }
}
