package io.sextant.ui.panel.chart.studies;

import io.sextant.analytics.indicator.IndicatorCatalog;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.analytics.indicator.Parameter;
import io.sextant.analytics.ta4j.NamedIndicators;
import io.sextant.analytics.ta4j.Ta4jIndicators;
import io.sextant.ui.chart.Study;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import io.sextant.ui.parts.Typed;
import io.sextant.ui.shell.FuzzyMatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is searched for, what fits, and the studies that are on the chart. */
final class StudiesModel {

    private static final int TA4J_BEHIND = 20;

    private record Hit(IndicatorKind kind, int score) {}

    private final ObjectProperty<ChartSetup> setup;
    private final Texts texts;
    private final StudyWords words;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<IndicatorKind> hits = FXCollections.observableArrayList();
    private List<IndicatorKind> known = IndicatorCatalog.all();
    private boolean reading;

    StudiesModel(ObjectProperty<ChartSetup> setup, Texts texts) {
        this.setup = setup;
        this.texts = texts;
        words = new StudyWords(texts);
        search.addListener(change -> find());
        texts.languageProperty().addListener(change -> find());
        find();
    }

    ObjectProperty<ChartSetup> setup() {
        return setup;
    }

    StudyWords words() {
        return words;
    }

    StringProperty search() {
        return search;
    }

    /** The indicators that fit the search, the best first. */
    ObservableList<IndicatorKind> hits() {
        return hits;
    }

    /** Has ta4j's kinds too, which are read from its library beside the JavaFX thread when they are first wanted. */
    void readAll() {
        if (reading) {
            return;
        }
        reading = true;
        Thread.ofVirtual().name("studies-kinds").start(() -> {
            List<IndicatorKind> all = NamedIndicators.all();
            Platform.runLater(() -> {
                known = all;
                find();
            });
        });
    }

    void add(IndicatorKind kind) {
        setup.set(setup.get().adding(IndicatorSpec.usual(kind)));
    }

    void remove(Study study) {
        setup.set(setup.get().removing(study.id()));
    }

    void recolour(Study study, int colour) {
        setup.set(setup.get().changing(study.id(), same -> new Study(same.id(), same.spec(), colour, same.share())));
    }

    /** Takes the numbers as typed; a sentence when one of them will not do. */
    Optional<String> edit(Study study, List<String> typed) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Parameter parameter = study.spec().kind().parameters().get(i);
            Optional<Double> value = Typed.number(typed.get(i), texts.figures()).map(Number::doubleValue);
            if (value.isEmpty() || !isTaken(parameter, value.get())) {
                return Optional.of(texts.get(
                        parameter.whole() ? "studies.problem.whole" : "studies.problem.number",
                        words.name(parameter),
                        text(parameter.least()),
                        text(parameter.most())));
            }
            values.add(value.get());
        }
        IndicatorSpec spec = new IndicatorSpec(study.spec().kind(), values);
        try {
            spec.make();
        } catch (IllegalArgumentException together) {
            return Optional.of(texts.get("studies.problem.together"));
        }
        setup.set(setup.get().changing(study.id(), same -> same.withSpec(spec)));
        return Optional.empty();
    }

    /** A number as the reader types it. */
    String text(double value) {
        return Typed.text(BigDecimal.valueOf(value).stripTrailingZeros(), texts.language());
    }

    private static boolean isTaken(Parameter parameter, double value) {
        return value >= parameter.least()
                && value <= parameter.most()
                && (!parameter.whole() || value == Math.rint(value));
    }

    private void find() {
        String wanted = search.get().strip();
        hits.setAll(known.stream()
                .map(kind -> new Hit(kind, scoreOf(wanted, kind)))
                .filter(hit -> hit.score > Integer.MIN_VALUE)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .map(Hit::kind)
                .toList());
    }

    private int scoreOf(String wanted, IndicatorKind kind) {
        OptionalInt score = FuzzyMatch.score(wanted, words.entry(kind));
        // Of two that fit as well, our own comes first.
        int behind = Ta4jIndicators.isNamed(kind.code()) ? TA4J_BEHIND : 0;
        return score.isEmpty() ? Integer.MIN_VALUE : score.getAsInt() - behind;
    }
}
