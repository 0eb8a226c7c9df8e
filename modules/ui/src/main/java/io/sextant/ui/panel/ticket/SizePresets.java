package io.sextant.ui.panel.ticket;

import io.sextant.ui.shell.Settings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The sizes that buttons and keys take, and the one taken last; the desk remembers both. */
final class SizePresets {

    static final int COUNT = 5;

    private static final String PRESETS = "ui.ticket.presets";
    private static final String CHOSEN = "ui.ticket.preset";
    private static final List<SizePreset> FIRST = IntStream.of(1, 2, 5, 10, 25)
            .mapToObj(percent -> new SizePreset(SizeMode.EQUITY_SHARE, BigDecimal.valueOf(percent)))
            .toList();

    private final Settings settings;
    private final ReadOnlyObjectWrapper<List<SizePreset>> all;
    private final ReadOnlyIntegerWrapper chosen;

    SizePresets(Settings settings) {
        this.settings = settings;
        all = new ReadOnlyObjectWrapper<>(
                settings.find(PRESETS).flatMap(SizePresets::read).orElse(FIRST));
        chosen = new ReadOnlyIntegerWrapper(settings.find(CHOSEN)
                .filter(text -> text.matches("[0-4]"))
                .map(Integer::parseInt)
                .orElse(0));
    }

    ReadOnlyObjectProperty<List<SizePreset>> all() {
        return all.getReadOnlyProperty();
    }

    /** From zero on. */
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    SizePreset current() {
        return all.get().get(chosen.get());
    }

    void choose(int index) {
        chosen.set(index);
        settings.put(CHOSEN, String.valueOf(index));
    }

    void set(List<SizePreset> presets) {
        if (presets.size() != COUNT) {
            throw new IllegalArgumentException("there are " + COUNT + " presets, not " + presets.size());
        }
        all.set(List.copyOf(presets));
        settings.put(PRESETS, presets.stream().map(SizePreset::write).collect(Collectors.joining(";")));
    }

    private static Optional<List<SizePreset>> read(String written) {
        List<SizePreset> presets = Arrays.stream(written.split(";"))
                .flatMap(one -> SizePreset.read(one).stream())
                .toList();
        return Optional.of(presets).filter(found -> found.size() == COUNT);
    }
}
