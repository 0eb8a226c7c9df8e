package io.sextant.app.briefing;

import io.sextant.app.sheet.Drawing;
import io.sextant.app.sheet.HtmlSheet;
import io.sextant.app.sheet.PdfSheet;
import io.sextant.app.sheet.Sheet;
import io.sextant.app.sheet.Sheet.Part;
import io.sextant.app.sheet.TimeChart;
import io.sextant.voice.assistant.Briefing;
import io.sextant.voice.assistant.Briefing.Curve;
import io.sextant.voice.assistant.Briefing.Section;
import io.sextant.voice.assistant.Said;
import io.sextant.voice.language.Language;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/** A briefing drawn with the parts of the reports; at its end stands where each figure comes from. */
public final class BriefingPage {

    private static final double HEIGHT = 170;
    private static final int[] COLOURS = {Drawing.ACCENT, Drawing.SECOND};

    private final Briefing briefing;
    private final Language language;

    public BriefingPage(Briefing briefing, Language language) {
        this.briefing = briefing;
        this.language = language;
    }

    public String html() {
        return HtmlSheet.of(sheet());
    }

    public byte[] pdf() {
        return PdfSheet.of(sheet());
    }

    private Sheet sheet() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Text(briefing.written().text()));
        for (Section section : briefing.sections()) {
            parts.add(new Part.Heading(section.heading()));
            for (Said paragraph : section.paragraphs()) {
                parts.add(new Part.Text(paragraph.text()));
            }
            drawn(section, parts);
        }
        parts.add(new Part.Heading(briefing.sources().heading()));
        parts.add(new Part.Table(
                briefing.sources().columns(),
                briefing.facts().stream()
                        .map(fact -> List.of(fact.name(), fact.value(), fact.source()))
                        .distinct()
                        .toList()));
        return new Sheet(briefing.title(), language.code(), parts);
    }

    private void drawn(Section section, List<Part> parts) {
        List<Curve> curves = section.curves().stream()
                .filter(curve -> curve.values().length > 1)
                .toList();
        if (curves.isEmpty()) {
            return;
        }
        NumberFormat whole = NumberFormat.getIntegerInstance(language.locale());
        DoubleFunction<String> figure = whole::format;
        TimeChart chart = new TimeChart(
                HEIGHT,
                curves.stream().mapToLong(curve -> curve.timesNanos()[0]).min().orElseThrow(),
                curves.stream()
                        .mapToLong(curve -> curve.timesNanos()[curve.timesNanos().length - 1])
                        .max()
                        .orElseThrow(),
                curves.stream()
                        .flatMapToDouble(curve -> Arrays.stream(curve.values()))
                        .min()
                        .orElseThrow(),
                curves.stream()
                        .flatMapToDouble(curve -> Arrays.stream(curve.values()))
                        .max()
                        .orElseThrow(),
                figure);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            chart.line(curve.timesNanos(), curve.values(), COLOURS[i % COLOURS.length]);
            chart.drawing().word(68, 18 + 12.0 * i, curve.name(), Drawing.Side.RIGHT, COLOURS[i % COLOURS.length]);
        }
        parts.add(new Part.Picture(chart.drawing()));
    }
}
