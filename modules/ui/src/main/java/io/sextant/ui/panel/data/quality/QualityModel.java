package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.Finding;
import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.FilteredList;

/** The examination of one series: asked for, on its way, done. */
final class QualityModel {

    /** How far the examination is. */
    enum Stage {
        /** No series is chosen. */
        NOTHING,
        RUNNING,
        REPORTED,
        CANCELLED,
        FAILED
    }

    /** A finding and its place in the report: two may say the same. */
    record FindingRow(int index, Finding finding) {}

    private final ObjectProperty<Optional<ArchivedSeries>> subject = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<SessionChoice> session = new SimpleObjectProperty<>(QualityChoices.USUAL.session());
    private final BooleanProperty anomalies = new SimpleBooleanProperty(QualityChoices.USUAL.anomalies());
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<QualityReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<FindingKind>> kind = new SimpleObjectProperty<>(Optional.empty());
    private final LiveRows<Integer, FindingRow> rows = new LiveRows<>(FindingRow::index);
    private final FilteredList<LiveRow<FindingRow>> shown = new FilteredList<>(rows.list());

    QualityModel() {
        kind.addListener((property, before, wanted) -> shown.setPredicate(
                row -> wanted.isEmpty() || row.get().finding().kind() == wanted.get()));
    }

    ReadOnlyObjectProperty<Optional<ArchivedSeries>> subject() {
        return subject;
    }

    /** What the series is held against; a choice of the reader. */
    ObjectProperty<SessionChoice> session() {
        return session;
    }

    BooleanProperty anomalies() {
        return anomalies;
    }

    QualityChoices choices() {
        return new QualityChoices(session.get(), anomalies.get());
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<QualityReport>> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Which findings are listed; all when empty. */
    ObjectProperty<Optional<FindingKind>> kind() {
        return kind;
    }

    FilteredList<LiveRow<FindingRow>> shown() {
        return shown;
    }

    /** How many there are of what is listed; a report keeps only the gravest of many. */
    long found() {
        return report.get()
                .map(known -> kind.get()
                        .map(wanted -> known.counts().getOrDefault(wanted, 0L))
                        .orElseGet(() -> known.counts().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()))
                .orElse(0L);
    }

    void examine(ArchivedSeries series) {
        subject.set(Optional.of(series));
        show(Optional.empty());
        stage.set(Stage.RUNNING);
    }

    void reported(QualityReport known) {
        show(Optional.of(known));
        stage.set(Stage.REPORTED);
    }

    void cancelled() {
        stage.set(Stage.CANCELLED);
    }

    void failed(String why) {
        problem.set(why);
        stage.set(Stage.FAILED);
    }

    private void show(Optional<QualityReport> known) {
        // Rows are of one report: those of another must not be taken for them.
        rows.clear();
        kind.set(Optional.empty());
        report.set(known);
        List<FindingRow> found = new ArrayList<>();
        known.ifPresent(one -> one.findings().forEach(finding -> found.add(new FindingRow(found.size(), finding))));
        rows.show(found);
    }
}
