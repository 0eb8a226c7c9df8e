package io.sextant.ui.panel.features;

import io.sextant.analytics.feature.DataNeed;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureFamily;
import io.sextant.analytics.survey.FeatureSurvey;
import io.sextant.domain.instrument.Instrument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the panel knows: the bars, the chosen feature and what was found of it, and the reader's sets. */
final class FeaturesModel {

    /** What is to be seen of the chosen feature. */
    enum Stage {
        /** No instrument is linked. */
        EMPTY,
        LOADING,
        SHOWN,
        /** There are too few bars. */
        FEW,
        /** The feature is made of what is not there. */
        NEEDS,
        /** The reader ended the computing. */
        STOPPED,
        FAILED
    }

    /** What is to be seen of the comparison with other features. */
    enum Comparing {
        IDLE,
        RUNNING,
        STOPPED,
        FAILED
    }

    static final String FIRST_FEATURE = "rsi_14";

    final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.EMPTY);
    final ObjectProperty<Comparing> comparing = new SimpleObjectProperty<>(Comparing.IDLE);
    /** Why the newest reading or computing failed; what was found before may still be shown. */
    final ObjectProperty<String> problem = new SimpleObjectProperty<>("");

    final ObjectProperty<Optional<Instrument>> instrument = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(Subject.USUAL);
    final ObjectProperty<Optional<Material>> material = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<String> search = new SimpleObjectProperty<>("");
    final ObjectProperty<Optional<FeatureFamily>> family = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Feature> feature =
            new SimpleObjectProperty<>(FeatureCatalog.find(FIRST_FEATURE).orElseThrow());
    final ObjectProperty<Optional<FeatureSurvey>> survey = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Comparison>> comparison = new SimpleObjectProperty<>(Optional.empty());
    /** The features that are ticked, in the order in which they were. */
    final ObjectProperty<List<String>> ticked = new SimpleObjectProperty<>(List.of());

    final ObjectProperty<List<NamedSet>> sets = new SimpleObjectProperty<>(List.of());
    /** The sets as they were before the newest change, until it was undone or another instrument of change came. */
    final ObjectProperty<Optional<List<NamedSet>>> before = new SimpleObjectProperty<>(Optional.empty());

    /** What of the features is told by the desk. */
    Set<DataNeed> data() {
        return material.get().map(Material::data).orElseGet(Feature::ofBarsAlone);
    }

    void tick(Feature one, boolean wanted) {
        Set<String> all = new LinkedHashSet<>(ticked.get());
        if (wanted ? all.add(one.name()) : all.remove(one.name())) {
            ticked.set(List.copyOf(all));
        }
    }

    boolean isTicked(Feature one) {
        return ticked.get().contains(one.name());
    }

    Optional<NamedSet> find(String name) {
        return sets.get().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** Keeps the ticked features under a name; a set of that name is replaced where it stands. */
    void save(String name) {
        NamedSet made = new NamedSet(name, ticked.get());
        List<NamedSet> all = new ArrayList<>(sets.get());
        int place = find(name).map(all::indexOf).orElse(-1);
        if (place < 0) {
            all.add(made);
        } else {
            all.set(place, made);
        }
        change(all);
    }

    void delete(NamedSet set) {
        List<NamedSet> all = new ArrayList<>(sets.get());
        all.remove(set);
        change(all);
    }

    void undo() {
        before.get().ifPresent(earlier -> {
            before.set(Optional.empty());
            sets.set(earlier);
        });
    }

    private void change(List<NamedSet> all) {
        before.set(Optional.of(sets.get()));
        sets.set(List.copyOf(all));
    }

    /** The sets to compare: the ticked features first, where there are any. */
    List<List<String>> compared() {
        List<List<String>> all = new ArrayList<>();
        if (!ticked.get().isEmpty()) {
            all.add(ticked.get());
        }
        sets.get().forEach(set -> all.add(set.features()));
        return all;
    }
}
