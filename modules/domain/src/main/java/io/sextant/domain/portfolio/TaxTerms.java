package io.sextant.domain.portfolio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person says of taxes, and for how long better weights are taken to be held. Kept as settings. Nothing is assumed: without a rate no tax
 * is told, and without years costs are not weighed against benefit.
 *
 * @param rate of gains, as a share from 0 to 1; losses of the same orders count against them
 * @param order which of what was bought counts as sold
 * @param years for which the better weights are taken to be held
 */
public record TaxTerms(Optional<Double> rate, LotOrder order, Optional<Double> years) {

    public static final TaxTerms NONE = new TaxTerms(Optional.empty(), LotOrder.FIFO, Optional.empty());

    private static final String RATE = "rebalance.taxRate";
    private static final String ORDER = "rebalance.lots";
    private static final String YEARS = "rebalance.years";
    private static final double YEARS_MAX = 100;

    public TaxTerms {
        rate.ifPresent(share -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a tax rate is from 0 to 1, was " + share);
            }
        });
        years.ifPresent(span -> {
            if (!(span > 0 && span <= YEARS_MAX)) {
                throw new IllegalArgumentException("years are above 0 and at most " + YEARS_MAX + ", were " + span);
            }
        });
    }

    public TaxTerms withRate(Optional<Double> share) {
        return new TaxTerms(share, order, years);
    }

    public TaxTerms withOrder(LotOrder sold) {
        return new TaxTerms(rate, sold, years);
    }

    public TaxTerms withYears(Optional<Double> span) {
        return new TaxTerms(rate, order, span);
    }

    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(RATE, rate.map(String::valueOf).orElse(""));
        settings.put(ORDER, order.name());
        settings.put(YEARS, years.map(String::valueOf).orElse(""));
        return settings;
    }

    /** @throws IllegalArgumentException or a subclass of it where a setting cannot be read */
    public static TaxTerms of(Map<String, String> settings) {
        return new TaxTerms(
                number(settings.getOrDefault(RATE, "")),
                settings.getOrDefault(ORDER, "").equals(LotOrder.AVERAGE.name()) ? LotOrder.AVERAGE : LotOrder.FIFO,
                number(settings.getOrDefault(YEARS, "")));
    }

    private static Optional<Double> number(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Double.valueOf(text.strip()));
    }
}
