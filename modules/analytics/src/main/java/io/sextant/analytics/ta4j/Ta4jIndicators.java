package io.sextant.analytics.ta4j;

import io.sextant.domain.market.BarSeries;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;

/**
 * ta4j's indicators by the names of their classes: {@code ta4j.rsi:14} is RSIIndicator over closes with 14 bars, and
 * {@code ta4j.sma:(rsi:14):9} the mean of it. A name has what one of the class's constructors takes: see {@link #forms}. What is true or false
 * becomes 1 or 0.
 */
public final class Ta4jIndicators {

    public static final String PREFIX = "ta4j.";

    /** The same, for those who write a colon. */
    private static final String OTHER_PREFIX = "ta4j:";

    private static final String HOME = "org/ta4j/core/indicators/";
    private static final String ENDING = "Indicator.class";

    private final Map<String, Class<?>> classes;

    private Ta4jIndicators(Map<String, Class<?>> classes) {
        this.classes = classes;
    }

    /** All that are in the library as it is on the class path. */
    public static Ta4jIndicators all() {
        Map<String, Class<?>> classes = new TreeMap<>();
        CodeSource source = Indicator.class.getProtectionDomain().getCodeSource();
        try (JarFile jar = new JarFile(
                Path.of(Objects.requireNonNull(source).getLocation().toURI()).toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                if (name.startsWith(HOME) && name.endsWith(ENDING) && name.indexOf('$') < 0) {
                    Class<?> type = Class.forName(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                            false,
                            Indicator.class.getClassLoader());
                    if (Indicator.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                        classes.put(code(type), type);
                    }
                }
            }
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException("ta4j's library cannot be read", e);
        }
        return new Ta4jIndicators(classes);
    }

    static String code(Class<?> type) {
        String name = type.getSimpleName();
        return (name.endsWith("Indicator") ? name.substring(0, name.length() - "Indicator".length()) : name)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a text names one of ta4j's. */
    public static boolean isNamed(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return name.startsWith(PREFIX) || name.startsWith(OTHER_PREFIX);
    }

    /** Codes of those that can be made, without the prefix, in the order of the alphabet. */
    public List<String> codes() {
        return classes.keySet().stream()
                .filter(code -> sayable(code).findAny().isPresent())
                .toList();
    }

    /** Why the others cannot be made by a text: what their constructors take that no text can say. */
    public Map<String, String> unreachable() {
        Map<String, String> reasons = new TreeMap<>();
        classes.forEach((code, type) -> {
            if (sayable(code).findAny().isEmpty()) {
                List<Ta4jForm> forms = constructors(type).toList();
                reasons.put(
                        code,
                        forms.isEmpty()
                                ? "no public constructor"
                                : String.join(
                                        " or ",
                                        forms.stream()
                                                .flatMap(form -> form.unsayable().stream())
                                                .distinct()
                                                .toList()));
            }
        });
        return reasons;
    }

    /** How a code is written, one text for each constructor: {@code rsi:barCount}. */
    public List<String> forms(String code) {
        return sayable(code).map(form -> form.written(code)).distinct().toList();
    }

    /** The form of fewest numbers that has any, where one has no other needs. */
    Optional<Ta4jForm> ofNumbers(String code) {
        return sayable(code)
                .filter(Ta4jForm::isOfNumbers)
                .min(Comparator.comparing((Ta4jForm form) -> form.numbers().isEmpty())
                        .thenComparing(form -> form.numbers().size()));
    }

    Class<?> type(String code) {
        Class<?> type = classes.get(code);
        if (type == null) {
            throw new IllegalArgumentException("ta4j has no indicator called '" + code + "'");
        }
        return type;
    }

    /**
     * One column, a value a bar; NaN where ta4j has none.
     *
     * @param spec with or without the prefix
     * @throws IllegalArgumentException with a sentence for the writer
     */
    public double[] column(String spec, BarSeries bars) {
        Indicator<?> indicator = make(call(spec), new ColumnBars(bars));
        double[] column = new double[bars.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = number(indicator.getValue(i));
        }
        return column;
    }

    static Ta4jCall call(String spec) {
        String text = spec.strip();
        return Ta4jCall.parse(isNamed(text) ? text.substring(PREFIX.length()) : text);
    }

    static double number(Object value) {
        return switch (value) {
            case Num num -> num.doubleValue();
            case Boolean yes -> yes ? 1 : 0;
            case Number number -> number.doubleValue();
            default -> Double.NaN;
        };
    }

    /** @throws IllegalArgumentException with a sentence for the writer */
    Indicator<?> make(Ta4jCall call, ColumnBars series) {
        String code = call.code();
        type(code);
        for (Ta4jForm form : sayable(code).toList()) {
            Optional<Object[]> arguments = form.fit(call.arguments(), series, this::make);
            if (arguments.isPresent()) {
                return make(form.constructor(), arguments.get(), code);
            }
        }
        List<String> forms = forms(code);
        throw new IllegalArgumentException(
                forms.isEmpty()
                        ? PREFIX + code + " cannot be made by a text: it takes "
                                + unreachable().get(code)
                        : PREFIX + code + " is written " + PREFIX + String.join(" or " + PREFIX, forms));
    }

    private static Indicator<?> make(Constructor<?> constructor, Object[] arguments, String code) {
        try {
            return (Indicator<?>) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(PREFIX + code + " cannot be made so: " + cause.getMessage(), e);
        }
    }

    /** Constructors of which a text can say everything. */
    private Stream<Ta4jForm> sayable(String code) {
        Class<?> type = classes.get(code);
        return type == null
                ? Stream.empty()
                : constructors(type).filter(form -> form.unsayable().isEmpty());
    }

    /** In an order that does not change. */
    private static Stream<Ta4jForm> constructors(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                ? Arrays.stream(type.getConstructors())
                        .filter(each -> each.getParameterCount() > 0)
                        .<Constructor<?>>map(each -> each)
                        .sorted(Comparator.comparing(Constructor::toString))
                        .map(Ta4jForm::new)
                : Stream.empty();
    }
}
