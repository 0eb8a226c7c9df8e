package io.sextant.analytics.fundamental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyTopic;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyAccountsTest {

    private static Reports twoYears() {
        return new Reports()
                .flow(CompanyFigure.REVENUE, 12, "2024-12-31", 800)
                .flow(CompanyFigure.REVENUE, 12, "2025-12-31", 1_000)
                .flow(CompanyFigure.GROSS_PROFIT, 12, "2025-12-31", 400)
                .flow(CompanyFigure.OPERATING_INCOME, 12, "2025-12-31", 200)
                .flow(CompanyFigure.INTEREST_EXPENSE, 12, "2025-12-31", 25)
                .flow(CompanyFigure.NET_INCOME, 12, "2024-12-31", 80)
                .flow(CompanyFigure.NET_INCOME, 12, "2025-12-31", 120)
                .flow(CompanyFigure.EARNINGS_PER_SHARE, 12, "2024-12-31", 2)
                .flow(CompanyFigure.EARNINGS_PER_SHARE, 12, "2025-12-31", 2.5)
                .flow(CompanyFigure.OPERATING_CASH_FLOW, 12, "2025-12-31", 180)
                .flow(CompanyFigure.CAPITAL_EXPENDITURE, 12, "2025-12-31", 60)
                .flow(CompanyFigure.DIVIDENDS_PER_SHARE, 12, "2025-12-31", 1)
                .stock(CompanyFigure.SHARES, "2025-12-31", 48)
                .stock(CompanyFigure.EQUITY, "2025-12-31", 600)
                .stock(CompanyFigure.TOTAL_DEBT, "2025-12-31", 300)
                .stock(CompanyFigure.CASH, "2025-12-31", 50);
    }

    @Test
    void ratiosByHand() {
        CompanyAccounts accounts = twoYears().accounts();
        double price = 50;
        double[] expected = {20, 20 / 25.0, 4, 0.2, 0.4, 0.2, 0.12, 0.5, 8, 0.05, 0.02, 0.25};
        for (CompanyRatio ratio : CompanyRatio.values()) {
            assertThat(ratio.of(accounts, price))
                    .as(ratio.name())
                    .isCloseTo(expected[List.of(CompanyRatio.values()).indexOf(ratio)], within(1e-12));
        }
        assertThat(accounts.netDebt()).isEqualTo(250);
        assertThat(accounts.freeCashFlow()).isEqualTo(120);
    }

    @Test
    void ofLossesAndShrinkingThereIsNoMultiple() {
        CompanyAccounts loss = new Reports()
                .flow(CompanyFigure.EARNINGS_PER_SHARE, 12, "2024-12-31", 2)
                .flow(CompanyFigure.EARNINGS_PER_SHARE, 12, "2025-12-31", -1)
                .accounts();
        assertThat(CompanyRatio.PRICE_EARNINGS.of(loss, 50)).isNaN();
        CompanyAccounts shrinking = new Reports()
                .flow(CompanyFigure.EARNINGS_PER_SHARE, 12, "2024-12-31", 2)
                .flow(CompanyFigure.EARNINGS_PER_SHARE, 12, "2025-12-31", 1)
                .accounts();
        assertThat(CompanyRatio.PRICE_EARNINGS.of(shrinking, 50)).isEqualTo(50);
        assertThat(CompanyRatio.PRICE_EARNINGS_GROWTH.of(shrinking, 50)).isNaN();
        assertThat(CompanyRatio.PRICE_EARNINGS.of(shrinking, Double.NaN)).isNaN();
    }

    @Test
    void fourQuartersInARowReplaceAYearThatEndedEarlier() {
        Reports reports = twoYears()
                .flow(CompanyFigure.REVENUE, 3, "2025-06-28", 240)
                .flow(CompanyFigure.REVENUE, 3, "2025-09-27", 250)
                .flow(CompanyFigure.REVENUE, 3, "2025-12-31", 270);
        assertThat(reports.accounts().newest(CompanyFigure.REVENUE)).isEqualTo(1_000);
        reports.flow(CompanyFigure.REVENUE, 3, "2026-03-28", 300);
        assertThat(reports.accounts().newest(CompanyFigure.REVENUE)).isEqualTo(1_060);
        assertThat(reports.accounts().yearBefore(CompanyFigure.REVENUE)).isNaN();
        assertThat(new Reports()
                        .flow(CompanyFigure.REVENUE, 3, "2025-03-31", 1)
                        .flow(CompanyFigure.REVENUE, 3, "2025-09-30", 1)
                        .flow(CompanyFigure.REVENUE, 3, "2025-12-31", 1)
                        .flow(CompanyFigure.REVENUE, 3, "2026-03-31", 1)
                        .accounts()
                        .newest(CompanyFigure.REVENUE))
                .as("a quarter is missing")
                .isNaN();
    }

    @Test
    void sectorTagsAndHoldersAreThoseSaidLast() {
        LocalDate day = LocalDate.of(2026, 2, 1);
        CompanyAccounts accounts = twoYears()
                .add(new CompanyTopic.OfSector("Industrials"), "2020-01-01", day, 1)
                .add(new CompanyTopic.OfSector("Technology"), "2025-01-01", day, 1)
                .add(new CompanyTopic.OfTag("coal"), "2024-01-01", day, 1)
                .add(new CompanyTopic.OfTag("coal"), "2025-01-01", day, 0)
                .add(new CompanyTopic.OfTag("arms"), "2025-01-01", day, 1)
                .add(new CompanyTopic.OfHolder("Small Fund"), "2025-12-31", day, 6)
                .add(new CompanyTopic.OfHolder("Large Fund"), "2025-09-30", day, 9)
                .add(new CompanyTopic.OfHolder("Large Fund"), "2025-12-31", day, 18)
                .add(new CompanyTopic.OfHolder("Gone Fund"), "2025-12-31", day, 0)
                .accounts();
        assertThat(accounts.sector()).contains("Technology");
        assertThat(accounts.tags()).containsExactly("arms");
        assertThat(accounts.holdings())
                .extracting(CompanyAccounts.Holding::holder)
                .containsExactly("Large Fund", "Small Fund");
        assertThat(accounts.institutionalShare()).isEqualTo(0.5);
    }

    @Test
    void theMedianLeavesOutWhatIsNotKnown() {
        assertThat(CompanyRatio.median(List.of(3.0, Double.NaN, 1.0, 2.0))).isEqualTo(2);
        assertThat(CompanyRatio.median(List.of(4.0, 1.0))).isEqualTo(2.5);
        assertThat(CompanyRatio.median(List.of(Double.NaN))).isNaN();
    }
}
