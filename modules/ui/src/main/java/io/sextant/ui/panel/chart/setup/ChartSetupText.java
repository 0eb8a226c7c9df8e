package io.sextant.ui.panel.chart.setup;

import io.sextant.analytics.ta4j.NamedIndicators;
import io.sextant.ui.chart.Study;
import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.chart.style.ChartStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A setup as one line of text, such as {@code style=CANDLES;brick=atr 14;log=no;profile=yes;news=yes;study=1 0 0.18 sma:20}. A part
 * that cannot be read, for example an indicator that this version does not know, is left out and the rest stands.
 */
public final class ChartSetupText {

    private static final System.Logger LOG = System.getLogger(ChartSetupText.class.getName());

    private ChartSetupText() {}

    public static String write(ChartSetup setup) {
        StringJoiner text = new StringJoiner(";");
        text.add("style=" + setup.style().name());
        text.add("brick="
                + switch (setup.brick()) {
                    case BrickSize.OfRange(int bars) -> "atr " + bars;
                    case BrickSize.Fixed(double size) -> "fixed " + size;
                });
        text.add("log=" + yes(setup.logScale()));
        text.add("profile=" + yes(setup.profile()));
        text.add("news=" + yes(setup.news()));
        text.add("patterns=" + yes(setup.patterns()));
        text.add("adjusted=" + yes(setup.adjusted()));
        text.add("regular=" + yes(setup.regularHours()));
        setup.compared().forEach(symbol -> text.add("compare=" + symbol));
        for (Study study : setup.studies()) {
            text.add("study=" + study.id() + " " + study.colour() + " " + study.share() + " " + study.spec());
        }
        return text.toString();
    }

    public static ChartSetup read(String text) {
        ChartSetup setup = ChartSetup.PLAIN;
        for (String part : text.split(";")) {
            try {
                setup = with(setup, part);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
                LOG.log(System.Logger.Level.WARNING, "left out of a chart's setup: " + part, unreadable);
            }
        }
        return setup;
    }

    private static ChartSetup with(ChartSetup setup, String part) {
        int equals = part.indexOf('=');
        String value = part.substring(equals + 1);
        String[] words = value.split(" ");
        return switch (equals < 0 ? "" : part.substring(0, equals)) {
            case "style" -> setup.withStyle(ChartStyle.valueOf(value));
            case "brick" -> setup.withBrick(brick(words));
            case "log" -> setup.withLogScale(value.equals("yes"));
            case "profile" -> setup.withProfile(value.equals("yes"));
            case "news" -> setup.withNews(value.equals("yes"));
            case "patterns" -> setup.withPatterns(value.equals("yes"));
            case "adjusted" -> setup.withAdjusted(value.equals("yes"));
            case "regular" -> setup.withRegularHours(value.equals("yes"));
            case "compare" -> setup.comparing(value, true);
            case "study" -> {
                List<Study> studies = new ArrayList<>(setup.studies());
                studies.add(new Study(
                        Integer.parseInt(words[0]),
                        NamedIndicators.parse(words[3]),
                        Integer.parseInt(words[1]),
                        Double.parseDouble(words[2])));
                yield setup.withStudies(studies);
            }
            default -> throw new IllegalArgumentException("a setup has no '" + part + "'");
        };
    }

    private static BrickSize brick(String[] words) {
        return words[0].equals("atr")
                ? new BrickSize.OfRange(Integer.parseInt(words[1]))
                : new BrickSize.Fixed(Double.parseDouble(words[1]));
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
