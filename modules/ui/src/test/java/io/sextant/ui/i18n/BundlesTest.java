package io.sextant.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.VerdictCheck;
import io.sextant.domain.backtest.VerdictReason;
import io.sextant.domain.backtest.VerdictReport.Word;
import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.dataset.QuarantineReason;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.rules.RuleLine;
import io.sextant.domain.rules.RuleTrouble;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the bundles and the code of the window as files: what is missing would otherwise show only on the screen. */
class BundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/sextant/ui/i18n");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern TEXT_CALL =
            Pattern.compile("[tT]exts(?:\\(\\))?\\s*\\.(?:get|bind)\\(\\s*\"([^\"]+)\"");
    private static final Pattern SHELL_LITERAL = Pattern.compile("\"(shell\\.[^\"]+)\"");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("_fr.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isCompleteInBothLanguages(String bundle) {
        assertThat(read(bundle + "_fr").keySet()).isEqualTo(read(bundle).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void takesTheSameArgumentsInBothLanguages(String bundle) {
        Map<String, String> french = read(bundle + "_fr");
        read(bundle)
                .forEach((key, english) ->
                        assertThat(arguments(french.get(key))).as(key).isEqualTo(arguments(english)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void hasNoEmptyTextAndNoLoneApostrophe(String bundle) {
        Stream.of(bundle, bundle + "_fr")
                .map(BundlesTest::read)
                .forEach(texts -> texts.forEach((key, pattern) -> {
                    assertThat(pattern).as(key).isNotBlank();
                    assertThat(pattern.replace("''", ""))
                            .as("%s of %s", key, bundle)
                            .doesNotContain("'");
                    // Throws on a pattern that cannot be read.
                    assertThat(new MessageFormat(pattern, Locale.ROOT)).isNotNull();
                }));
    }

    @Test
    void hasEveryKeyThatTheCodeAsksFor() {
        Map<String, Map<String, String>> known = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String key : keysInCode(TEXT_CALL)) {
            String bundle = key.substring(0, key.indexOf('.'));
            String inner = key.substring(key.indexOf('.') + 1);
            Map<String, String> texts = known.computeIfAbsent(bundle, BundlesTest::read);
            // A literal that is continued with + is the beginning of a key.
            if (texts.keySet().stream().noneMatch(name -> name.equals(inner) || name.startsWith(inner))) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void hasNoShellTextThatNobodyShows() {
        Set<String> asked = keysInCode(SHELL_LITERAL);
        List<String> unused = read("shell").keySet().stream()
                .map(key -> "shell." + key)
                .filter(key -> asked.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void hasASentenceForEveryRefusal() {
        assertThat(read("refusals").keySet())
                .isEqualTo(Arrays.stream(RefusalCode.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void hasAWordForEveryConstantThatIsShown() {
        Set<String> wanted = Stream.<Enum<?>[]>of(
                        Side.values(),
                        TradingMode.values(),
                        OrderState.values(),
                        OrderOrigin.values(),
                        TimeInForce.values(),
                        FeedStatus.values(),
                        FindingKind.values(),
                        SessionChoice.values(),
                        QuarantineReason.values())
                .flatMap(Arrays::stream)
                .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name())
                .collect(Collectors.toSet());
        assertThat(read("words").keySet()).containsAll(wanted);
    }

    @Test
    void hasASentenceForAllThatAVerdictCanSay() {
        Set<String> wanted = new TreeSet<>();
        for (VerdictReason reason : VerdictReason.values()) {
            wanted.addAll(List.of("reason." + reason.name(), "reason." + reason.name() + ".means"));
        }
        for (VerdictCheck check : VerdictCheck.values()) {
            String key = "check." + check.name();
            wanted.addAll(List.of(key, key + ".text", key + ".means"));
        }
        for (Word word : Word.values()) {
            wanted.add("word." + word.name());
        }
        assertThat(read("lab").keySet()).containsAll(wanted);
    }

    @Test
    void hasASentenceForAllThatCanBeWrongWithRules() {
        Set<String> wanted = new TreeSet<>();
        for (RuleTrouble.Code code : RuleTrouble.Code.values()) {
            // What a file written by hand has wrong is told with its lines, in English.
            if (code != RuleTrouble.Code.WRITTEN_WRONGLY) {
                wanted.add("trouble." + code.name());
            }
        }
        for (RuleLine.Relation relation : RuleLine.Relation.values()) {
            wanted.add("relation." + relation.name());
        }
        assertThat(read("rules").keySet()).containsAll(wanted);
    }

    private static Set<String> keysInCode(Pattern pattern) {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(text(file)).results().map(match -> match.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }
}
