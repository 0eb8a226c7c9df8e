package io.sextant.engine.passport;

import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.RegimeThen;
import io.sextant.domain.regime.RegimeBoard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What of a board goes into a passport: only what is said now, and only of who has something to say. */
final class Standing {

    /** Series of one instrument that are told of. */
    private static final int MOST = 3;

    /** The 80% interval stands between the second level from below and the second from above. */
    private static final int WIDTH_OF_80 = 1;

    private Standing() {}

    static List<ForecastThen> forecasts(List<ForecastBoard> boards) {
        return boards.stream()
                .sorted(Comparator.comparing(ForecastBoard::timeframe))
                .flatMap(board -> board.championForecast().flatMap(one -> told(board, one)).stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<ForecastThen> told(ForecastBoard board, ModelForecast forecast) {
        return forecast.fan()
                .map(fan -> new ForecastThen(
                        board.timeframe(),
                        forecast.card().model(),
                        forecast.card().id(),
                        forecast.card().dataHash(),
                        fan.originNanos(),
                        fan.origin(),
                        fan.lower(1, WIDTH_OF_80),
                        fan.middle(1),
                        fan.upper(1, WIDTH_OF_80),
                        forecast.skill().verdict(),
                        forecast.skill().forecasts(),
                        forecast.skill().rmseOverNaive(),
                        forecast.skill().pValue(),
                        forecast.skill().coverage80(),
                        board.drift().map(DriftGauge::errorLevel).orElse(Double.NaN),
                        board.drift().flatMap(DriftGauge::alarm),
                        forecast.why().stream().limit(ForecastThen.REASONS).toList()));
    }

    static List<RegimeThen> regimes(List<RegimeBoard> boards) {
        return boards.stream()
                .sorted(Comparator.comparing(RegimeBoard::timeframe))
                .flatMap(board -> board
                        .present()
                        .map(now -> new RegimeThen(
                                board.timeframe(), now.now().name(), now.now().chance(), now.sinceNanos()))
                        .stream())
                .limit(MOST)
                .toList();
    }
}
