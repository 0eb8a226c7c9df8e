package io.sextant.domain.fundamental;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A figure of a company's reports. Flows are of months, stocks of the last day of their period. */
public enum CompanyFigure {
    REVENUE(true),
    GROSS_PROFIT(true),
    OPERATING_INCOME(true),
    NET_INCOME(true),
    EARNINGS_PER_SHARE(true),
    INTEREST_EXPENSE(true),
    OPERATING_CASH_FLOW(true),
    /** What was spent on plant and software, above zero. */
    CAPITAL_EXPENDITURE(true),
    DIVIDENDS_PER_SHARE(true),
    SHARES(false),
    EQUITY(false),
    TOTAL_DEBT(false),
    CASH(false),
    /** Of whoever gives marks for environment, people and conduct, in that house's own scale. */
    ESG_SCORE(false);

    private final boolean flow;

    CompanyFigure(boolean flow) {
        this.flow = flow;
    }

    public boolean isFlow() {
        return flow;
    }

    /** As files write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CompanyFigure> find(String text) {
        return Arrays.stream(values())
                .filter(figure -> figure.text().equals(text))
                .findFirst();
    }
}
