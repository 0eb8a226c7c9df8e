package io.sextant.analytics.fundamental;

/**
 * What a company is worth as the cash that it will leave (Williams 1938; Gordon 1959 for the end): the free cash flow grows at one rate for some
 * years and at another for ever, each year's is discounted, net debt is taken off.
 *
 * @param freeCashFlow of the last twelve months
 * @param growth a year, 0.05 for 5 %
 * @param years of that growth
 * @param lastingGrowth a year after them, below the discount rate
 * @param discountRate what the money could earn elsewhere at this risk
 * @param netDebt debt less cash
 * @param shares among which the rest is shared
 */
public record DiscountedCashFlow(
        double freeCashFlow,
        double growth,
        int years,
        double lastingGrowth,
        double discountRate,
        double netDebt,
        double shares) {

    public DiscountedCashFlow {
        if (!(discountRate > lastingGrowth)) {
            throw new IllegalArgumentException("cash that grows for ever as fast as it is discounted is worth any sum");
        }
        if (!(years >= 0 && shares > 0 && growth > -1 && lastingGrowth > -1 && discountRate > -1)
                || !Double.isFinite(freeCashFlow + netDebt)) {
            throw new IllegalArgumentException("years, shares, rates, cash flow and debt are numbers that can be");
        }
    }

    /** Of all cash, before debt. */
    public double enterpriseValue() {
        double value = 0;
        double flow = freeCashFlow;
        double discount = 1;
        for (int year = 0; year < years; year++) {
            flow *= 1 + growth;
            discount /= 1 + discountRate;
            value += flow * discount;
        }
        return value + lastingValue(flow) * discount;
    }

    private double lastingValue(double lastFlow) {
        return lastFlow * (1 + lastingGrowth) / (discountRate - lastingGrowth);
    }

    /** The part of the value that lies after the years of growth: how much is belief in what is far. */
    public double lastingShare() {
        double flow = freeCashFlow * Math.pow(1 + growth, years);
        return lastingValue(flow) / Math.pow(1 + discountRate, years) / enterpriseValue();
    }

    public double perShare() {
        return (enterpriseValue() - netDebt) / shares;
    }

    public DiscountedCashFlow withGrowth(double other) {
        return new DiscountedCashFlow(freeCashFlow, other, years, lastingGrowth, discountRate, netDebt, shares);
    }

    public DiscountedCashFlow withDiscountRate(double other) {
        return new DiscountedCashFlow(freeCashFlow, growth, years, lastingGrowth, other, netDebt, shares);
    }

    /**
     * The value of a share by discount rate and growth; NaN where the rate is not above the lasting growth.
     *
     * @return one row a rate
     */
    public double[][] sensitivity(double[] discountRates, double[] growths) {
        double[][] table = new double[discountRates.length][growths.length];
        for (int i = 0; i < discountRates.length; i++) {
            for (int j = 0; j < growths.length; j++) {
                table[i][j] = discountRates[i] > lastingGrowth
                        ? withDiscountRate(discountRates[i])
                                .withGrowth(growths[j])
                                .perShare()
                        : Double.NaN;
            }
        }
        return table;
    }
}
