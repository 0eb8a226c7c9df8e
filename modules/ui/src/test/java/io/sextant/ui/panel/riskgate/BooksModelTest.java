package io.sextant.ui.panel.riskgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of several venues the one that a person has to look at is shown, whoever spoke last. */
class BooksModelTest {

    private static final VenueDifference DEPOSIT =
            new VenueDifference(VenueDifference.Kind.BALANCE_DIFFERS, "USD", "1", "2");

    private final BooksModel model = new BooksModel();

    private void tell(long position, String venue, VenueTrust trust) {
        List<VenueDifference> differences = trust == VenueTrust.DIFFERS ? List.of(DEPOSIT) : List.of();
        model.update(new VenueChecked(position, position, venue, trust, "", differences));
    }

    private String shown() {
        return model.told().get().map(told -> told.venue() + " " + told.trust()).orElse("");
    }

    @Test
    void showsTheVenueThatIsWorstOffUntilItIsWellAgain() {
        tell(1, "kraken", VenueTrust.AGREED);
        tell(2, "binance", VenueTrust.DIFFERS);
        assertThat(shown()).isEqualTo("binance DIFFERS");
        tell(3, "kraken", VenueTrust.UNREACHABLE);
        assertThat(shown()).isEqualTo("binance DIFFERS");
        assertThat(model.canAsk()).isTrue();
        tell(4, "binance", VenueTrust.AGREED);
        assertThat(shown()).isEqualTo("kraken UNREACHABLE");
        assertThat(model.differences()).isEmpty();
        tell(5, "kraken", VenueTrust.AGREED);
        assertThat(shown()).isEqualTo("kraken AGREED");
    }

    @Test
    void aQuestionAboutOneVenueStandsWhileAnotherSpeaks() {
        tell(2, "binance", VenueTrust.DIFFERS);
        model.ask("a deposit");
        tell(3, "kraken", VenueTrust.CHECKING);
        assertThat(model.agreed())
                .hasValueSatisfying(settle -> assertThat(settle.shownPosition()).isEqualTo(2));
    }

    @Test
    void olderNewsOfAVenueChangeNothing() {
        tell(5, "kraken", VenueTrust.UNREACHABLE);
        tell(4, "kraken", VenueTrust.AGREED);
        assertThat(shown()).isEqualTo("kraken UNREACHABLE");
    }
}
