package io.sextant.domain.regime;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person lets follow from regimes: which series leads the desk, how large positions may be under each profile, how much of the
 * person's own limits counts under it, and what was set by hand for a while.
 *
 * @param guide the series whose regime the desk follows; empty while it follows none, which is how a desk begins
 * @param capPercents of the equity, by profile
 * @param limitPercents of the person's own limits, by profile; never more than the whole
 * @param choosesModels whether the model of forecasts that counts follows the regime of its series; a desk begins without
 * @param doubtful whether something was set that cannot be read; then the cautious profile counts
 */
public record RegimeSettings(
        Optional<Guide> guide,
        Map<RegimeProfile, Integer> capPercents,
        Map<RegimeProfile, Integer> limitPercents,
        Optional<ByHand> override,
        boolean choosesModels,
        boolean doubtful) {

    public static final String GUIDE = "regime.guide";
    public static final String OVERRIDE = "regime.override";
    /** Whether models follow; apart from the others, for it touches no cap. */
    public static final String MODELS = "regime.models";

    public static final String MODELS_FOLLOW = "follow";
    private static final String CAP_OF = "regime.cap.";
    private static final String LIMITS_OF = "regime.limits.";

    private static final int CAUTIOUS = 25;
    private static final Map<RegimeProfile, Integer> USUAL =
            Map.of(RegimeProfile.TREND, 100, RegimeProfile.RANGE, 60, RegimeProfile.DEFENSIVE, CAUTIOUS);
    private static final int PERCENT_MAX = 1_000;
    private static final int CAUTIOUS_SHARE = 50;

    /** The series that leads. */
    public record Guide(InstrumentId instrument, Timeframe timeframe) {

        public String text() {
            return instrument.symbol() + " " + timeframe.label();
        }
    }

    /** A profile that a person chose, until a market time. */
    public record ByHand(RegimeProfile profile, long untilNanos) {

        public String text() {
            return profile.name() + " " + untilNanos;
        }
    }

    public RegimeSettings {
        capPercents = Map.copyOf(capPercents);
        limitPercents = Map.copyOf(limitPercents);
    }

    public static String capSetting(RegimeProfile profile) {
        return CAP_OF + profile.name().toLowerCase(Locale.ROOT);
    }

    public static String limitsSetting(RegimeProfile profile) {
        return LIMITS_OF + profile.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a setting is one that the cap or the share of limits follows from. */
    public static boolean isOurs(String key) {
        return key.equals(GUIDE) || key.equals(OVERRIDE) || key.startsWith(CAP_OF) || key.startsWith(LIMITS_OF);
    }

    /** What cannot be read makes positions smaller, never larger. */
    public static RegimeSettings of(Map<String, String> settings) {
        Map<RegimeProfile, Integer> caps = new EnumMap<>(RegimeProfile.class);
        Map<RegimeProfile, Integer> shares = new EnumMap<>(RegimeProfile.class);
        for (RegimeProfile profile : RegimeProfile.values()) {
            caps.put(
                    profile,
                    percent(settings.getOrDefault(capSetting(profile), ""), usual(profile), PERCENT_MAX, CAUTIOUS));
            shares.put(
                    profile,
                    percent(
                            settings.getOrDefault(limitsSetting(profile), ""),
                            usualShare(profile),
                            LimitShare.WHOLE_PERCENT,
                            CAUTIOUS_SHARE));
        }
        String guide = settings.getOrDefault(GUIDE, "").strip();
        String override = settings.getOrDefault(OVERRIDE, "").strip();
        Optional<Guide> leads = guide(guide);
        Optional<ByHand> hand = override(override);
        boolean doubtful = (leads.isEmpty() && !guide.isEmpty()) || (hand.isEmpty() && !override.isEmpty());
        boolean models = settings.getOrDefault(MODELS, "").strip().equals(MODELS_FOLLOW);
        return new RegimeSettings(leads, caps, shares, hand, models, doubtful);
    }

    private static int usual(RegimeProfile profile) {
        return USUAL.getOrDefault(profile, 100);
    }

    private static int usualShare(RegimeProfile profile) {
        return profile == RegimeProfile.DEFENSIVE ? CAUTIOUS_SHARE : LimitShare.WHOLE_PERCENT;
    }

    private static int percent(String text, int usual, int most, int cautious) {
        if (text.isBlank()) {
            return usual;
        }
        try {
            int percent = Integer.parseInt(text.strip());
            return percent >= 0 && percent <= most ? percent : Math.min(usual, cautious);
        } catch (NumberFormatException none) {
            return Math.min(usual, cautious);
        }
    }

    private static Optional<Guide> guide(String text) {
        int space = text.lastIndexOf(' ');
        if (space <= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Guide(InstrumentId.of(text.substring(0, space)), Timeframe.parse(text.substring(space + 1))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<ByHand> override(String text) {
        int space = text.indexOf(' ');
        if (space <= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ByHand(
                    RegimeProfile.valueOf(text.substring(0, space)), Long.parseLong(text.substring(space + 1))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public int capPercent(RegimeProfile profile) {
        return capPercents.getOrDefault(profile, usual(profile));
    }

    public int limitPercent(RegimeProfile profile) {
        return limitPercents.getOrDefault(profile, usualShare(profile));
    }

    /** Whether a person wants something to follow from regimes now, or tried to. */
    public boolean restrains() {
        return guide.isPresent() || override.isPresent() || doubtful;
    }

    /**
     * What the gate is to read: what was set by hand until it ends, what the regime asks for otherwise, nothing where no series leads. Where
     * one leads that nothing is known of yet, the cautious profile counts.
     *
     * @param told the regime of the series that leads, if one was told
     */
    public ExposureCap cap(Optional<RegimeName> told) {
        int following = leadsNothing() ? ExposureCap.OFF : capPercent(profile(told));
        return override.map(hand -> new ExposureCap(capPercent(hand.profile()), hand.untilNanos(), following))
                .orElseGet(() -> ExposureCap.of(following));
    }

    /** The same of the person's own limits: all of them where no series leads. */
    public LimitShare limitShare(Optional<RegimeName> told) {
        int following = leadsNothing() ? LimitShare.WHOLE_PERCENT : limitPercent(profile(told));
        return override.map(hand -> new LimitShare(limitPercent(hand.profile()), hand.untilNanos(), following))
                .orElseGet(() -> LimitShare.of(following));
    }

    private boolean leadsNothing() {
        return guide.isEmpty() && !doubtful;
    }

    private RegimeProfile profile(Optional<RegimeName> told) {
        return told.filter(name -> !doubtful).map(RegimeName::profile).orElse(RegimeProfile.DEFENSIVE);
    }
}
