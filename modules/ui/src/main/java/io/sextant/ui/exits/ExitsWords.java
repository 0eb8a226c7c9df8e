package io.sextant.ui.exits;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.ExitStop;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.TrailWords;
import java.util.ArrayList;
import java.util.List;

/** What exits do, in sentences of the reader's language. */
public final class ExitsWords {

    private static final double MINUTE_NANOS = 60e9;

    private final Texts texts;
    private final TrailWords trails;

    public ExitsWords(Texts texts) {
        this.texts = texts;
        trails = new TrailWords(texts);
    }

    public String gap(ExitsEntry.Gap gap) {
        return texts.get("exits.gap." + gap.name());
    }

    /** All of the exits, so that a yes covers them. */
    public String say(BracketExits exits, Side side, Instrument instrument) {
        List<String> parts = new ArrayList<>();
        if (exits.target() != null) {
            parts.add(texts.get("exits.say.target", money(exits.target(), instrument)));
        }
        if (exits.stop() != null) {
            parts.add(stop(exits.stop(), side, instrument));
        }
        if (exits.breakEvenAfter() != null) {
            parts.add(texts.get("exits.say.break-even", money(exits.breakEvenAfter(), instrument)));
        }
        if (exits.timeNanos() > 0) {
            double minutes = exits.timeNanos() / MINUTE_NANOS;
            parts.add(texts.get(
                    "exits.say.time", texts.figures().number(minutes, minutes == Math.rint(minutes) ? 0 : 2)));
        }
        return String.join(" ", parts);
    }

    /** What of it waits here, and what becomes of it while Sextant is off. */
    public String whereItWaits(BracketExits exits) {
        boolean waits = exits.stop() != null || exits.timeNanos() > 0;
        if (!waits) {
            return texts.get("exits.waits.target");
        }
        return texts.get(exits.target() == null ? "exits.waits.stop" : "exits.waits.both");
    }

    /** With its sign, and in units of what the stop risks where that is known. */
    public String atTarget(ExitsOutcome outcome) {
        return outcome.atTarget()
                .map(gain -> outcome.multiple()
                        .map(times -> texts.get(
                                "exits.outcome.r", signed(gain), texts.figures().number(times, 2)))
                        .orElseGet(() -> signed(gain)))
                .orElse("");
    }

    /** A stop fills at the market, so it is about as much. */
    public String atStop(ExitsOutcome outcome) {
        return outcome.atStop()
                .map(loss -> texts.get("exits.outcome.about", signed(loss)))
                .orElse("");
    }

    private String stop(ExitStop stop, Side side, Instrument instrument) {
        return switch (stop) {
            case ExitStop.Fixed(Price trigger) -> texts.get("exits.say.stop", money(trigger, instrument));
            case ExitStop.Trailing(var trail) -> texts.get("exits.say.trailing." + side.name(), trails.say(trail));
            case ExitStop.Atr(Timeframe timeframe, int length, double multiple) ->
                texts.get(
                        "exits.say.atr",
                        number(multiple),
                        texts.figures().count(length),
                        texts.get("chartpanel.timeframe." + timeframe.name()));
            case ExitStop.Chandelier(Timeframe timeframe, int length, double multiple) ->
                texts.get(
                        "exits.say.chandelier." + side.name(),
                        number(multiple),
                        texts.figures().count(length),
                        texts.get("chartpanel.timeframe." + timeframe.name()));
        };
    }

    private String number(double value) {
        return texts.figures().number(value, value == Math.rint(value) ? 0 : 2);
    }

    private String money(Price price, Instrument instrument) {
        return texts.figures().price(price, instrument) + "\u00a0"
                + instrument.quote().code();
    }

    private String signed(Money money) {
        return texts.figures().signedMoney(money);
    }
}
