package io.sextant.ui.parts;

import io.sextant.domain.instrument.InstrumentId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;

/** Instruments to tick. */
public final class InstrumentBoxes extends FlowPane {

    /** A box has the id {@code idPrefix} and the symbol; where {@code onlyOne}, the newest choice counts alone. */
    public InstrumentBoxes(
            String idPrefix,
            List<InstrumentId> choices,
            BooleanSupplier onlyOne,
            ObjectProperty<Set<InstrumentId>> chosen) {
        super(10, 4);
        for (InstrumentId id : choices) {
            CheckBox box = new CheckBox(id.symbol());
            box.setId(idPrefix + id.symbol());
            box.setMnemonicParsing(false);
            box.setSelected(chosen.get().contains(id));
            box.selectedProperty().addListener((property, before, now) -> {
                Set<InstrumentId> all = new HashSet<>(chosen.get());
                if (now) {
                    if (onlyOne.getAsBoolean()) {
                        all.clear();
                    }
                    all.add(id);
                } else {
                    all.remove(id);
                }
                chosen.set(Set.copyOf(all));
            });
            chosen.addListener((property, before, now) -> box.setSelected(now.contains(id)));
            getChildren().add(box);
        }
    }
}
