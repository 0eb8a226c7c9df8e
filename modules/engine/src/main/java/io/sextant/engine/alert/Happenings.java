package io.sextant.engine.alert;

import io.sextant.domain.alert.AlertCondition.Drifted;
import io.sextant.domain.alert.AlertCondition.FeedTroubled;
import io.sextant.domain.alert.AlertCondition.Filled;
import io.sextant.domain.alert.AlertCondition.Happening;
import io.sextant.domain.alert.AlertCondition.NewsOf;
import io.sextant.domain.alert.AlertCondition.RegimeBegins;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.order.Fill;
import io.sextant.domain.regime.RegimeSwitch;
import java.util.Locale;
import java.util.Optional;

/** Which events a condition means, and what is told of them. */
final class Happenings {

    private Happenings() {}

    /** What happened, in a line; empty when it is not what the condition means. */
    static Optional<String> find(Happening condition, Event event) {
        return switch (condition) {
            case Drifted drifted -> event instanceof ForecastChanged told ? drift(drifted, told.change()) : none();
            case RegimeBegins begins -> event instanceof RegimeChanged told ? regime(begins, told.change()) : none();
            case Filled filled -> event instanceof OrderFilled told ? fill(filled, told.fill()) : none();
            case FeedTroubled troubled -> event instanceof FeedChanged told ? feed(told) : none();
            case NewsOf news -> event instanceof HeadlinePublished told ? headline(news, told.headline()) : none();
        };
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static boolean means(Optional<InstrumentId> wanted, InstrumentId seen) {
        return wanted.isEmpty() || wanted.get().equals(seen);
    }

    private static Optional<String> drift(Drifted wanted, ForecastChange change) {
        boolean meant = change.kind() == ForecastChange.Kind.DRIFTED && means(wanted.instrument(), change.instrument());
        return meant
                ? Optional.of(change.instrument() + " " + change.timeframe().label() + " " + change.model() + " "
                        + change.detail())
                : none();
    }

    private static Optional<String> regime(RegimeBegins wanted, RegimeSwitch change) {
        boolean series = change.instrument().equals(wanted.instrument()) && change.timeframe() == wanted.timeframe();
        boolean began = change.before() != change.now()
                && wanted.regime()
                        .map(one -> one == change.now())
                        .orElse(change.now().isDanger() && !change.before().isDanger());
        return series && began
                ? Optional.of(change.now().name().toLowerCase(Locale.ROOT) + " " + change.chancePercent() + "%")
                : none();
    }

    private static Optional<String> fill(Filled wanted, Fill fill) {
        return means(wanted.instrument(), fill.instrument())
                ? Optional.of(fill.instrument() + " " + fill.side().name().toLowerCase(Locale.ROOT) + " "
                        + fill.quantity() + " @ " + fill.price())
                : none();
    }

    private static Optional<String> feed(FeedChanged changed) {
        boolean gone = changed.status() == FeedStatus.STALE || changed.status() == FeedStatus.DISCONNECTED;
        return gone
                ? Optional.of((changed.feed() + " " + changed.status().name().toLowerCase(Locale.ROOT) + " "
                                + changed.detail())
                        .strip())
                : none();
    }

    private static Optional<String> headline(NewsOf wanted, Headline headline) {
        boolean about = wanted.instrument().isEmpty()
                || headline.instruments().contains(wanted.instrument().get());
        boolean word =
                headline.text().toLowerCase(Locale.ROOT).contains(wanted.word().toLowerCase(Locale.ROOT));
        return about && word ? Optional.of(headline.text()) : none();
    }
}
