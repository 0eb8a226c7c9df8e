package io.sextant.app.cli;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.passport.RegimeThen;
import io.sextant.domain.passport.SizeThen;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why an order was sent, in fields for programs. */
final class PassportFields {

    private PassportFields() {}

    static Map<String, Object> map(OrderPassport passport) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                "controls",
                passport.controls().stream().map(PassportFields::map).toList());
        passport.cost().middle().ifPresent(price -> map.put("middle", price.toString()));
        passport.cost().expected().ifPresent(price -> map.put("expectedPrice", price.toString()));
        passport.cost().fee().ifPresent(fee -> map.put("expectedFee", fee.toString()));
        map.put(
                "forecasts",
                passport.forecasts().stream().map(PassportFields::map).toList());
        map.put("regimes", passport.regimes().stream().map(PassportFields::map).toList());
        map.put("sizes", passport.sizes().stream().map(PassportFields::map).toList());
        return map;
    }

    private static Map<String, Object> map(ControlReading control) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", control.code().name());
        map.put("value", control.value());
        map.put("limit", control.limit());
        return map;
    }

    private static Map<String, Object> map(ForecastThen forecast) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("timeframe", forecast.timeframe().label());
        map.put("model", forecast.model());
        map.put("modelId", forecast.modelId());
        map.put("dataHash", forecast.dataHash());
        map.put("origin", forecast.origin());
        map.put("originTime", UtcText.of(forecast.originNanos()));
        map.put("lower80", forecast.lower());
        map.put("middle", forecast.middle());
        map.put("upper80", forecast.upper());
        map.put("verdict", forecast.verdict().word());
        map.put("rmseOverNaive", forecast.rmseOverNaive());
        map.put("pValue", forecast.pValue());
        map.put("coverage80", forecast.coverage());
        map.put("drift", forecast.driftLevel());
        forecast.drift().ifPresent(alarm -> map.put("driftAlarm", alarm.name()));
        map.put("why", forecast.why().stream().map(PassportFields::map).toList());
        return map;
    }

    private static Map<String, Object> map(Attribution part) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", part.what());
        map.put("value", part.value());
        map.put("effectBps", part.effectBps());
        return map;
    }

    private static Map<String, Object> map(RegimeThen regime) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("timeframe", regime.timeframe().label());
        map.put("regime", regime.name().name());
        map.put("chance", regime.chance());
        map.put("since", UtcText.of(regime.sinceNanos()));
        return map;
    }

    private static Map<String, Object> map(SizeThen size) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("riskPercent", size.riskPercent());
        map.put("atrMultiple", size.atrMultiple());
        map.put("quantity", size.quantity().toString());
        map.put("capped", size.capped());
        return map;
    }
}
