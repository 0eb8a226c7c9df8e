package io.sextant.ui.parts;

import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.OverrideUsed;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.ui.i18n.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The gate's states, breakers and controls in the reader's language. */
public final class GateWords {

    private static final double MONEY_UNIT = 100_000_000;

    /** A span, an amount or a number that is no part of a name, or a word in capitals. */
    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w.-])(?:PT[\\dHMS.-]+|-?\\d+(?:\\.\\d+)?(?: [A-Z]{3,5})?|[A-Z]{2,})(?![\\w.-])");

    private final Texts texts;

    public GateWords(Texts texts) {
        this.texts = texts;
    }

    public String control(GateControl control) {
        return texts.get("gate.control." + control.name());
    }

    public String breaker(Breaker breaker) {
        return texts.get("gate.breaker." + breaker.name());
    }

    public String state(GateStateChanged changed) {
        return texts.get("gate.became." + changed.to().name(), reason(changed.reason()));
    }

    public String breaker(BreakerChanged changed) {
        return texts.get(
                changed.tripped() ? "gate.tripped" : "gate.calm",
                breaker(changed.breaker()),
                figure(changed.breaker(), changed.value()),
                figure(changed.breaker(), changed.limit()));
    }

    public String override(OverrideUsed used) {
        return texts.get(
                "gate.overridden",
                used.order(),
                control(used.override().control()),
                used.override().reason());
    }

    /** A reason that the engine gave: names of breakers are said in words, a person's own words stay. */
    public String reason(String reason) {
        return Arrays.stream(reason.split(", ", -1)).map(this::part).collect(Collectors.joining(", "));
    }

    private String part(String part) {
        return Arrays.stream(Breaker.values())
                .filter(breaker -> breaker.name().equals(part))
                .findFirst()
                .map(this::breaker)
                .orElse(part);
    }

    /** A breaker's figure in the unit that it watches. */
    public String figure(Breaker breaker, long value) {
        if (value == Long.MAX_VALUE) {
            return "";
        }
        return switch (breaker) {
            case LOSS, DRAWDOWN -> texts.figures().count(Math.round(value / MONEY_UNIT));
            case VOLATILITY, SLIPPAGE -> texts.figures().count(value) + " bp";
            case REJECT_RATE -> texts.figures().count(value);
            case FEED_SILENCE, CLOCK_SKEW, LATENCY -> span(Duration.ofNanos(value));
        };
    }

    /** A figure of a light: amounts, numbers and spans as the reader writes them, names as they are. */
    public String light(String plain) {
        return FIGURE.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(lightPart(found.group())));
    }

    private String lightPart(String part) {
        if (part.startsWith("PT")) {
            return span(Duration.parse(part));
        }
        if (part.equals("ON")) {
            return texts.get("gate.on");
        }
        for (VenueTrust trust : VenueTrust.values()) {
            if (trust.name().equals(part)) {
                return texts.get("gate.trust." + part);
            }
        }
        return texts.localised(part);
    }

    private String span(Duration span) {
        if (span.compareTo(Duration.ofSeconds(1)) < 0) {
            return texts.figures().count(span.toMillis()) + " ms";
        }
        return texts.figures()
                        .number(
                                BigDecimal.valueOf(span.toMillis(), 3).stripTrailingZeros(),
                                span.toMillisPart() == 0 ? 0 : 1)
                + " s";
    }
}
