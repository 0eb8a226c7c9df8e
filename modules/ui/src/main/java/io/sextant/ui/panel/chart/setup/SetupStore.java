package io.sextant.ui.panel.chart.setup;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.shell.Settings;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Remembers setups in the settings of the desk: one for each chart panel and instrument, and the named templates that all charts
 * share. An instrument that a panel never showed gets the setup that the panel had last.
 */
public final class SetupStore {

    private static final String TEMPLATES = "ui.chart.templates";

    private final Settings settings;
    private final String prefix;

    public SetupStore(Settings settings, String panelId) {
        this.settings = settings;
        prefix = "ui." + panelId + ".setup";
    }

    public ChartSetup find(InstrumentId instrument) {
        return settings.find(keyOf(instrument))
                .or(() -> settings.find(prefix))
                .map(ChartSetupText::read)
                .orElse(ChartSetup.PLAIN);
    }

    public void put(InstrumentId instrument, ChartSetup setup) {
        String text = ChartSetupText.write(setup);
        settings.put(keyOf(instrument), text);
        settings.put(prefix, text);
    }

    /** By name, in the order in which they were first saved. */
    public Map<String, ChartSetup> templates() {
        Map<String, ChartSetup> templates = new LinkedHashMap<>();
        Optional<String> text = settings.find(TEMPLATES).filter(known -> !known.isBlank());
        for (String line : text.map(known -> known.split("\n")).orElse(new String[0])) {
            int tab = line.indexOf('\t');
            templates.put(
                    URLDecoder.decode(line.substring(0, tab), StandardCharsets.UTF_8),
                    ChartSetupText.read(line.substring(tab + 1)));
        }
        return templates;
    }

    /** One of the same name is replaced. */
    public void saveTemplate(String name, ChartSetup setup) {
        Map<String, ChartSetup> templates = templates();
        templates.put(name, setup);
        writeTemplates(templates);
    }

    public void removeTemplate(String name) {
        Map<String, ChartSetup> templates = templates();
        templates.remove(name);
        writeTemplates(templates);
    }

    private void writeTemplates(Map<String, ChartSetup> templates) {
        settings.put(
                TEMPLATES,
                templates.entrySet().stream()
                        .map(template -> URLEncoder.encode(template.getKey(), StandardCharsets.UTF_8) + "\t"
                                + ChartSetupText.write(template.getValue()))
                        .collect(Collectors.joining("\n")));
    }

    private String keyOf(InstrumentId instrument) {
        return prefix + "." + instrument;
    }
}
