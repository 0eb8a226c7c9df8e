package io.sextant.analytics.fundamental;

import io.sextant.domain.fundamental.CompanyFigure;
import java.util.List;

/** Figures that make companies comparable. NaN where a part is not known, or the ratio would say nothing. */
public enum CompanyRatio {
    /** Price over the earnings of a share in twelve months; of a loss there is none. */
    PRICE_EARNINGS,
    /** That over the growth of these earnings in per cent; only of growth. */
    PRICE_EARNINGS_GROWTH,
    /** Price over the equity of a share. */
    PRICE_BOOK,
    /** Net income of twelve months over the equity. */
    RETURN_ON_EQUITY,
    GROSS_MARGIN,
    OPERATING_MARGIN,
    NET_MARGIN,
    DEBT_TO_EQUITY,
    /** Operating income over interest paid. */
    INTEREST_COVER,
    /** Operating cash flow less capital expenditure, over the price of all shares. */
    FREE_CASH_FLOW_YIELD,
    DIVIDEND_YIELD,
    REVENUE_GROWTH;

    /** @param price of a share; NaN where none is known */
    public double of(CompanyAccounts accounts, double price) {
        double equity = accounts.newest(CompanyFigure.EQUITY);
        double revenue = accounts.newest(CompanyFigure.REVENUE);
        double income = accounts.newest(CompanyFigure.NET_INCOME);
        double shares = accounts.newest(CompanyFigure.SHARES);
        return switch (this) {
            case PRICE_EARNINGS -> over(price, accounts.earningsPerShare());
            case PRICE_EARNINGS_GROWTH ->
                over(over(price, accounts.earningsPerShare()), 100 * earningsGrowth(accounts));
            case PRICE_BOOK -> over(price * shares, equity);
            case RETURN_ON_EQUITY -> over(income, equity);
            case GROSS_MARGIN -> over(accounts.newest(CompanyFigure.GROSS_PROFIT), revenue);
            case OPERATING_MARGIN -> over(accounts.newest(CompanyFigure.OPERATING_INCOME), revenue);
            case NET_MARGIN -> over(income, revenue);
            case DEBT_TO_EQUITY -> over(accounts.newest(CompanyFigure.TOTAL_DEBT), equity);
            case INTEREST_COVER ->
                over(accounts.newest(CompanyFigure.OPERATING_INCOME), accounts.newest(CompanyFigure.INTEREST_EXPENSE));
            case FREE_CASH_FLOW_YIELD -> over(accounts.freeCashFlow(), price * shares);
            case DIVIDEND_YIELD -> over(accounts.newest(CompanyFigure.DIVIDENDS_PER_SHARE), price);
            case REVENUE_GROWTH -> accounts.growth(CompanyFigure.REVENUE);
        };
    }

    /** Of what a share earned, else of the net income. */
    static double earningsGrowth(CompanyAccounts accounts) {
        double perShare = accounts.growth(CompanyFigure.EARNINGS_PER_SHARE);
        return Double.isNaN(perShare) ? accounts.growth(CompanyFigure.NET_INCOME) : perShare;
    }

    private static double over(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    /** Whether it is a share of something rather than a multiple. */
    public boolean isShare() {
        return switch (this) {
            case PRICE_EARNINGS, PRICE_EARNINGS_GROWTH, PRICE_BOOK, DEBT_TO_EQUITY, INTEREST_COVER -> false;
            case RETURN_ON_EQUITY,
                    GROSS_MARGIN,
                    OPERATING_MARGIN,
                    NET_MARGIN,
                    FREE_CASH_FLOW_YIELD,
                    DIVIDEND_YIELD,
                    REVENUE_GROWTH -> true;
        };
    }

    /** The middle of those values that are numbers, of an even count the mean of both middles; NaN of none. */
    public static double median(List<Double> values) {
        double[] known = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int half = known.length / 2;
        if (known.length == 0) {
            return Double.NaN;
        }
        return known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
    }
}
