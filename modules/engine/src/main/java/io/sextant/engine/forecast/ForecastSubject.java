package io.sextant.engine.forecast;

import io.sextant.domain.forecast.Stretch;
import io.sextant.domain.forecast.StretchText;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.told.ToldShelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The series that forecasts are of, and where the desk's settings remember its champion. */
record ForecastSubject(InstrumentId instrument, Timeframe timeframe) {

    private static final String CHAMPION = "forecast.champion.";
    private static final String PREVIOUS = "forecast.previous.";
    private static final String WEIGHTS = "forecast.weights.";

    /** As the registry knows it. */
    String key() {
        return instrument.symbol() + " " + timeframe.label();
    }

    /** As a file may be called. */
    String fileName() {
        return ToldShelf.name(instrument, timeframe);
    }

    String championSetting() {
        return CHAMPION + instrument.symbol() + "." + timeframe.label();
    }

    String previousSetting() {
        return PREVIOUS + instrument.symbol() + "." + timeframe.label();
    }

    /** Which weights of features count in a model. */
    String weightsSetting(String model) {
        return WEIGHTS + model + "." + instrument.symbol() + "." + timeframe.label();
    }

    /**
     * What people marked of the instrument, for observations that stand at the ends of bars: a bar is in a stretch when it opens in it.
     */
    List<Stretch> stretches(Map<String, String> settings) {
        long length = timeframe.nominalNanos();
        return StretchText.read(settings.getOrDefault(StretchText.settingOf(instrument), "")).stream()
                .map(one -> new Stretch(
                        one.kind(), one.label(), one.fromNanos() + length, one.endNanos() + length, one.weight()))
                .toList();
    }

    /** Whose champion a setting names. */
    static Optional<ForecastSubject> findByChampionSetting(String setting) {
        int dot = setting.lastIndexOf('.');
        if (!setting.startsWith(CHAMPION) || dot <= CHAMPION.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ForecastSubject(
                    InstrumentId.of(setting.substring(CHAMPION.length(), dot)),
                    Timeframe.parse(setting.substring(dot + 1))));
        } catch (IllegalArgumentException notASubject) {
            return Optional.empty();
        }
    }
}
