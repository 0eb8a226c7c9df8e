package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertConditions;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.AlertPlan.Repetition;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.alert.LevelTest;
import io.sextant.domain.alert.QuietHours;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** An alert while it is written, and what is still wrong with it. */
final class AlertDraft {

    final BooleanProperty open = new SimpleBooleanProperty();
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty condition = new SimpleStringProperty("");
    final ObjectProperty<AlertPriority> priority = new SimpleObjectProperty<>(AlertPriority.WARNING);
    final BooleanProperty again = new SimpleBooleanProperty();
    final StringProperty band = new SimpleStringProperty("");
    final StringProperty pauseMinutes = new SimpleStringProperty("");
    final StringProperty quiet = new SimpleStringProperty("");
    final StringProperty channels = new SimpleStringProperty("");
    private Optional<AlertPlan> before = Optional.empty();

    /** Why it cannot be kept: a key of the bundle, or empty. */
    final ObjectBinding<String> problem = Bindings.createObjectBinding(
            this::whatIsWrong, condition, name, again, band, pauseMinutes, quiet, channels);

    void begin() {
        before = Optional.empty();
        name.set("");
        condition.set(AlertConditions.EXAMPLES.getFirst());
        priority.set(AlertPriority.WARNING);
        again.set(false);
        band.set("");
        pauseMinutes.set("");
        quiet.set("");
        channels.set("");
        open.set(true);
    }

    void change(AlertPlan plan) {
        begin();
        before = Optional.of(plan);
        name.set(plan.name());
        condition.set(plan.condition().text());
        priority.set(plan.priority());
        again.set(!plan.repetition().once());
        band.set(LevelTest.plain(plan.repetition().band()));
        pauseMinutes.set(Long.toString(plan.repetition().pause().toMinutes()));
        quiet.set(plan.quiet().map(QuietHours::text).orElse(""));
        channels.set(String.join(", ", plan.channels()));
    }

    /** What it was before; empty for a new one. */
    Optional<AlertPlan> before() {
        return before;
    }

    Optional<AlertCondition> findCondition() {
        try {
            return Optional.of(AlertConditions.parse(condition.get()));
        } catch (IllegalArgumentException unfinished) {
            return Optional.empty();
        }
    }

    Repetition repetition() {
        if (!again.get()) {
            return Repetition.ONCE;
        }
        double back = number(band.get());
        Duration pause = Duration.ofSeconds((long) (60 * number(pauseMinutes.get())));
        return findCondition()
                .map(condition -> Repetition.everyTime(condition, back, pause))
                .orElseGet(() -> new Repetition(false, back, pause));
    }

    private static double number(String text) {
        return text.isBlank() ? 0 : Double.parseDouble(text.strip().replace(',', '.'));
    }

    private List<String> channelNames() {
        return Arrays.stream(channels.get().split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private String whatIsWrong() {
        if (findCondition().isEmpty()) {
            return "condition";
        }
        try {
            repetition();
        } catch (IllegalArgumentException e) {
            return "again";
        }
        try {
            if (!quiet.get().isBlank()) {
                QuietHours.parse(quiet.get());
            }
        } catch (IllegalArgumentException e) {
            return "quiet";
        }
        return name.get().length() > AlertPlan.LONGEST_NAME
                        || !channelNames().stream().allMatch(one -> one.matches("[a-z0-9][a-z0-9-]{0,31}"))
                ? "name"
                : "";
    }

    /** Empty while something is wrong. */
    Optional<AlertPlan> plan(long nowNanos, long marketNanos) {
        if (!problem.get().isEmpty()) {
            return Optional.empty();
        }
        return findCondition()
                .map(meant -> new AlertPlan(
                        name.get().isBlank()
                                ? AlertPlan.nameFor(meant)
                                : name.get().strip(),
                        meant,
                        priority.get(),
                        repetition(),
                        quiet.get().isBlank() ? Optional.empty() : Optional.of(QuietHours.parse(quiet.get())),
                        before.map(AlertPlan::expiresNanos).orElse(0L),
                        channelNames(),
                        false,
                        nowNanos,
                        marketNanos));
    }
}
