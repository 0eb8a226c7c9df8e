package io.sextant.ui.parts;

import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertCondition.Drifted;
import io.sextant.domain.alert.AlertCondition.FeedTroubled;
import io.sextant.domain.alert.AlertCondition.Filled;
import io.sextant.domain.alert.AlertCondition.IndicatorAt;
import io.sextant.domain.alert.AlertCondition.LimitUsed;
import io.sextant.domain.alert.AlertCondition.MoveBy;
import io.sextant.domain.alert.AlertCondition.NewsOf;
import io.sextant.domain.alert.AlertCondition.PriceAt;
import io.sextant.domain.alert.AlertCondition.RegimeBegins;
import io.sextant.domain.alert.AlertCondition.RiskAt;
import io.sextant.domain.alert.AlertCondition.SkillIs;
import io.sextant.domain.alert.AlertConditions;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.Deliveries;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.alert.LevelTest;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.i18n.Texts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What alerts watch, what fired them and what became of it, in the reader's words. */
public final class AlertWords {

    private final Texts texts;

    public AlertWords(Texts texts) {
        this.texts = texts;
    }

    /** When it fires, as a sentence without its end. */
    public String condition(AlertCondition condition) {
        return switch (condition) {
            case PriceAt at ->
                texts.get(
                        key("price", at.test()),
                        at.instrument(),
                        number(at.test().level()));
            case MoveBy move ->
                texts.get(
                        "alerts.condition.move",
                        move.instrument(),
                        texts.figures().percent(move.percent(), decimals(move.percent())),
                        number(move.from()));
            case IndicatorAt at ->
                texts.get(
                        key("indicator", at.test()),
                        at.feature(),
                        at.instrument(),
                        timeframe(at.timeframe()),
                        number(at.test().level()));
            case SkillIs skill ->
                texts.get(
                        "alerts.condition.skill." + (skill.present() ? "found" : "lost"),
                        skill.instrument(),
                        timeframe(skill.timeframe()));
            case RiskAt at ->
                texts.get(
                        key("risk", at.test()),
                        texts.get("alerts.figure." + at.figure().name()),
                        percent(at.test().level()));
            case LimitUsed used ->
                texts.get(
                        key("limit", used.test()),
                        texts.get("gate.control." + used.control().name()),
                        percent(used.test().level()));
            case Drifted drifted -> any("drift", drifted.instrument());
            case RegimeBegins begins ->
                texts.get(
                        "alerts.condition.regime",
                        begins.instrument(),
                        timeframe(begins.timeframe()),
                        begins.regime()
                                .map(one -> texts.get("regimes.name." + one.name()))
                                .orElseGet(() -> texts.get("alerts.condition.regime.danger")));
            case Filled filled -> any("fill", filled.instrument());
            case FeedTroubled troubled -> texts.get("alerts.condition.feed");
            case NewsOf news ->
                news.word().isEmpty()
                        ? any("news", news.instrument())
                        : texts.get("alerts.condition.news.word", any("news", news.instrument()), news.word());
        };
    }

    private String any(String kind, Optional<? extends Object> instrument) {
        return instrument
                .map(one -> texts.get("alerts.condition." + kind, one))
                .orElseGet(() -> texts.get("alerts.condition." + kind + ".any"));
    }

    private static String key(String kind, LevelTest test) {
        return "alerts.condition." + kind + "." + test.direction().name().toLowerCase(Locale.ROOT);
    }

    private String timeframe(Timeframe timeframe) {
        return texts.get("chartpanel.timeframe." + timeframe.name());
    }

    private String percent(double value) {
        return texts.figures().percent(value, decimals(value));
    }

    /** As many places as the number has. */
    public String number(double value) {
        return texts.figures().number(value, decimals(value));
    }

    private static int decimals(double value) {
        return Math.max(
                0, new BigDecimal(Double.toString(value)).stripTrailingZeros().scale());
    }

    /** The condition as it was written then; one that a newer version wrote stays as it is. */
    public String condition(AlertFiring firing) {
        try {
            return condition(AlertConditions.parse(firing.condition()));
        } catch (IllegalArgumentException unknown) {
            return firing.condition();
        }
    }

    /** What fired it: a number in the reader's figures, or what happened. */
    public String value(AlertFiring firing) {
        try {
            return number(Double.parseDouble(firing.value()));
        } catch (NumberFormatException words) {
            return firing.value();
        }
    }

    public String fired(AlertFiring firing) {
        return texts.get("alerts.fired", condition(firing), value(firing));
    }

    public String stage(Delivery delivery) {
        return texts.get("alerts.stage." + delivery.stage().name());
    }

    /** What a setting says of alerts; empty when it says nothing of them. */
    public Optional<String> say(SettingChanged changed) {
        if (!changed.key().startsWith(AlertPlan.SETTINGS)) {
            return Optional.empty();
        }
        Map.Entry<String, String> setting = Map.entry(changed.key(), changed.value());
        return AlertFiring.findIn(setting)
                .map(firing -> texts.get("alerts.journal.fired", firing.alert(), fired(firing)))
                .or(() -> AlertPlan.findIn(setting)
                        .map(plan -> texts.get(
                                plan.paused() ? "alerts.journal.paused" : "alerts.journal.set",
                                plan.name(),
                                condition(plan.condition()))))
                .or(() -> AlertPlan.findRemovedIn(setting).map(name -> texts.get("alerts.journal.removed", name)))
                .or(() -> findLost(changed)
                        .map(lost ->
                                texts.get("alerts.journal." + lost.stage().name(), lost.channel(), lost.detail())));
    }

    /** A delivery that was given up or lost its answer, when that is what a setting newly tells. */
    public static Optional<Delivery> findLost(SettingChanged changed) {
        return Deliveries.findIn(Map.entry(changed.key(), changed.value()))
                .flatMap(sent -> sent.each().stream()
                        .filter(one ->
                                one.stage() == Delivery.Stage.UNDELIVERED || one.stage() == Delivery.Stage.UNKNOWN)
                        .findFirst());
    }

    /** What became of it and, where it went wrong, why. */
    public String delivery(Delivery sent) {
        return sent.detail().isEmpty() ? stage(sent) : texts.get("alerts.stage.because", stage(sent), sent.detail());
    }
}
