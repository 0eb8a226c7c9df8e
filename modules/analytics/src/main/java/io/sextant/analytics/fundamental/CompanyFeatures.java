package io.sextant.analytics.fundamental;

import io.sextant.analytics.feature.FeatureInput;
import io.sextant.analytics.feature.FeatureReading;
import io.sextant.analytics.feature.FeatureSource;
import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyFigure;
import java.util.Comparator;
import java.util.List;

/** Tells features of a company's figures, each from the moment that it was published. Asked best in the order of time. */
public final class CompanyFeatures implements FeatureSource {

    private final List<CompanyFact> byKnown;
    private CompanyAccounts accounts = new CompanyAccounts(List.of());
    private int used;
    private long usedNanos = Long.MIN_VALUE;
    private final double[] known = new double[10];

    /** @param published everything of one company, revisions too, in any order */
    public CompanyFeatures(List<CompanyFact> published) {
        byKnown = published.stream()
                .sorted(Comparator.comparingLong(CompanyFact::knownNanos).thenComparing(CompanyFact::period))
                .toList();
        reckon();
    }

    @Override
    public void read(long timeNanos, FeatureInput into) {
        if (timeNanos < usedNanos) {
            accounts = new CompanyAccounts(List.of());
            used = 0;
        }
        usedNanos = timeNanos;
        boolean more = used == 0;
        while (used < byKnown.size() && byKnown.get(used).knownNanos() <= timeNanos) {
            accounts.put(byKnown.get(used));
            used++;
            more = true;
        }
        if (more) {
            reckon();
        }
        into.reading(FeatureReading.EARNINGS_PER_SHARE, known[0]);
        into.reading(FeatureReading.BOOK_PER_SHARE, known[1]);
        into.reading(FeatureReading.FREE_CASH_FLOW_PER_SHARE, known[2]);
        into.reading(FeatureReading.DIVIDENDS_PER_SHARE, known[3]);
        into.reading(FeatureReading.RETURN_ON_EQUITY, known[4]);
        into.reading(FeatureReading.NET_MARGIN, known[5]);
        into.reading(FeatureReading.DEBT_TO_EQUITY, known[6]);
        into.reading(FeatureReading.EARNINGS_GROWTH, known[7]);
        into.reading(FeatureReading.REVENUE_GROWTH, known[8]);
        into.reading(FeatureReading.INSTITUTIONAL_SHARE, known[9]);
    }

    /** Only when something was published: a bar reckons nothing. */
    private void reckon() {
        double shares = accounts.newest(CompanyFigure.SHARES);
        known[0] = accounts.earningsPerShare();
        known[1] = accounts.newest(CompanyFigure.EQUITY) / shares;
        known[2] = accounts.freeCashFlow() / shares;
        known[3] = accounts.newest(CompanyFigure.DIVIDENDS_PER_SHARE);
        known[4] = CompanyRatio.RETURN_ON_EQUITY.of(accounts, Double.NaN);
        known[5] = CompanyRatio.NET_MARGIN.of(accounts, Double.NaN);
        known[6] = CompanyRatio.DEBT_TO_EQUITY.of(accounts, Double.NaN);
        known[7] = CompanyRatio.earningsGrowth(accounts);
        known[8] = accounts.growth(CompanyFigure.REVENUE);
        known[9] = accounts.institutionalShare();
    }
}
