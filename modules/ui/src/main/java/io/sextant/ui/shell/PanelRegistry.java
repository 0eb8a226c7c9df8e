package io.sextant.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The panels of one window, in the order in which menus list them. */
public final class PanelRegistry {

    private final Map<String, Panel> panels = new LinkedHashMap<>();

    public PanelRegistry(List<? extends PanelFactory> factories, DeskContext context) {
        for (PanelFactory factory : factories) {
            Panel panel = factory.create(context);
            if (panels.put(panel.id(), panel) != null) {
                throw new IllegalArgumentException("two panels call themselves " + panel.id());
            }
        }
    }

    public List<Panel> all() {
        return new ArrayList<>(panels.values());
    }

    /** What somebody began in them that is lost with the window. */
    List<String> begun() {
        return panels.values().stream().flatMap(panel -> panel.begun().stream()).toList();
    }

    public Optional<Panel> findPanel(String id) {
        return Optional.ofNullable(panels.get(id));
    }
}
