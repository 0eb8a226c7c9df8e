package io.sextant.ui.i18n;

import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The window's sentences. A key is the bundle's name, a point, and the key within it: {@code shell.palette.prompt} is
 * {@code palette.prompt} in {@code shell.properties}. Every value is a {@link MessageFormat} pattern, so an apostrophe is
 * typographic (’) or doubled. A missing key is a bug and throws. For the JavaFX thread only.
 */
public final class Texts {

    private static final String BUNDLE_PACKAGE = "io.sextant.ui.i18n.";
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ([A-Z0-9]{2,12})");

    private final ObjectProperty<Language> language;
    private final ObjectProperty<ZoneId> zone;
    private final ReadOnlyObjectWrapper<Figures> figures;
    private final Map<Language, Map<String, ResourceBundle>> bundles = new EnumMap<>(Language.class);

    public Texts(Language language, ZoneId zone) {
        this.language = new SimpleObjectProperty<>(this, "language", language);
        this.zone = new SimpleObjectProperty<>(this, "zone", zone);
        this.figures = new ReadOnlyObjectWrapper<>(this, "figures", new Figures(language, zone));
        this.language.addListener(changed -> renewFigures());
        this.zone.addListener(changed -> renewFigures());
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    public ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    /** Numbers, prices and times as the reader writes them. */
    public Figures figures() {
        return figures.get();
    }

    /** Changes with the language and the zone: listen to it to write figures anew. */
    public ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** The sentence now. Arguments are put in as they are: format numbers through {@link #figures()} first. */
    public String get(String key, Object... arguments) {
        return new MessageFormat(pattern(key), language().locale()).format(arguments);
    }

    /** The sentence now if the bundle has it, for keys that come from outside the window. */
    public Optional<String> find(String key, Object... arguments) {
        int point = key.indexOf('.');
        return bundle(key.substring(0, point)).containsKey(key.substring(point + 1))
                ? Optional.of(get(key, arguments))
                : Optional.empty();
    }

    /** The sentence from now on. Arguments that are observable are followed too. */
    public StringBinding bind(String key, Object... arguments) {
        Observable[] observed = Stream.concat(
                        Stream.of(figures),
                        Arrays.stream(arguments)
                                .filter(Observable.class::isInstance)
                                .map(Observable.class::cast))
                .toArray(Observable[]::new);
        return Bindings.createStringBinding(() -> get(key, current(arguments)), observed);
    }

    /** A figure from now on, written anew when the value, the language or the zone changes. */
    public <T> StringBinding bindFigure(ObservableValue<T> value, BiFunction<Figures, ? super T, String> format) {
        return Bindings.createStringBinding(
                () -> {
                    T current = value.getValue();
                    return current == null ? Figures.NONE : format.apply(figures(), current);
                },
                value,
                figures);
    }

    /** The word for a constant of the domain: {@code words.OrderState.FILLED} for {@code OrderState.FILLED}. */
    public String word(Enum<?> constant) {
        return get(wordKey(constant));
    }

    public StringBinding bindWord(Enum<?> constant) {
        return bind(wordKey(constant));
    }

    /** The refusal's sentence in the reader's language, its numbers and states too. */
    public String refusal(Refusal refusal) {
        Object[] arguments = refusal.arguments().stream().map(this::localised).toArray();
        return get("refusals." + refusal.code().name(), arguments);
    }

    private static String wordKey(Enum<?> constant) {
        return "words." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    /** What carries plain notation: a decimal, an amount or a state is rewritten for the reader, names stay. */
    public String localised(String argument) {
        if (DECIMAL.matcher(argument).matches()) {
            return figures().plainDecimal(argument);
        }
        var amount = AMOUNT.matcher(argument);
        if (amount.matches()) {
            return figures().amount(amount.group(1), amount.group(2));
        }
        for (OrderState state : OrderState.values()) {
            if (state.name().equals(argument)) {
                return word(state);
            }
        }
        return argument;
    }

    private String pattern(String key) {
        int point = key.indexOf('.');
        if (point <= 0) {
            throw new IllegalArgumentException("a text key starts with its bundle and a point, was " + key);
        }
        return bundle(key.substring(0, point)).getString(key.substring(point + 1));
    }

    private ResourceBundle bundle(String area) {
        return bundles.computeIfAbsent(language(), unused -> new HashMap<>()).computeIfAbsent(area, this::load);
    }

    private ResourceBundle load(String area) {
        // Without the no-fallback control a French system would answer French to an English reader.
        return ResourceBundle.getBundle(
                BUNDLE_PACKAGE + area,
                language().locale(),
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private void renewFigures() {
        figures.set(new Figures(language.get(), zone.get()));
    }

    private static Object[] current(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof ObservableValue<?> observable
                        ? String.valueOf(observable.getValue())
                        : argument)
                .toArray();
    }

    /** The languages a reader can choose from. */
    public static List<Language> languages() {
        return List.of(Language.values());
    }
}
