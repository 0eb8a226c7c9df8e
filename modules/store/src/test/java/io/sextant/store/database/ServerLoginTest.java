package io.sextant.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class ServerLoginTest {

    private static PGSimpleDataSource source(String url) {
        return (PGSimpleDataSource)
                ServerLogin.of(url, Optional.of("desk"), "secret-7").connecting("desk_simulated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://host/db",
                "jdbc:h2:mem:x",
                "jdbc:postgresql://host:port/db",
                "host",
                "jdbc:mysql://h/d"
            })
    void refusesWhatIsNoAddressOfAServer(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerLogin.of(url, Optional.empty(), ""))
                .withMessageContaining("jdbc:postgresql://host:5432/database");
    }

    @Test
    void refusesAPasswordInTheAddressWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerLogin.of("jdbc:postgresql://h/d?password=hunter2", Optional.empty(), ""))
                .withMessageContaining("must not hold its password")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void neverTellsThePassword() {
        ServerLogin login = ServerLogin.of("jdbc:postgresql://h:5/d?sslmode=require", Optional.of("me"), "secret-7");
        assertThat(login).hasToString("jdbc:postgresql://h:5/d as me");
        assertThat(new StorePlace.OnServer(login, "simulated").toString()).doesNotContain("secret-7");
        assertThat(login.server()).isEqualTo("jdbc:postgresql://h:5/d");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.org/sextant, verify-full",
        "jdbc:postgresql://10.0.0.7:5433/sextant, verify-full",
        "jdbc:postgresql://127.0.0.1.example.org/sextant, verify-full",
        "jdbc:postgresql://localhost/sextant,",
        "jdbc:postgresql://127.0.0.1:5433/sextant,",
        "jdbc:postgresql://[::1]/sextant,",
        "jdbc:postgresql:sextant,",
        "jdbc:postgresql://db.example.org/sextant?sslmode=verify-ca, verify-ca"
    })
    void overANetworkTheServerMustProveWhoItIs(String url, String mode) {
        assertThat(source(url).getSslMode()).isEqualTo(mode);
    }

    @Test
    void waitsForAServerWithABoundUnlessTheAddressHasItsOwn() {
        assertThat(source("jdbc:postgresql://h/d").getSocketTimeout()).isEqualTo(300);
        assertThat(source("jdbc:postgresql://h/d?socketTimeout=7").getSocketTimeout())
                .isEqualTo(7);
    }

    @Test
    void desksWhoseNamesDifferHaveSchemasThatDiffer() {
        assertThat(SchemaName.of("simulated", Content.TABLES)).isEqualTo("desk_simulated");
        assertThat(SchemaName.of("simulated", Content.BARS)).isEqualTo("bars_simulated");
        assertThat(SchemaName.of("paper/a-b", Content.BARS))
                .matches("bars_paper_a_b_[0-9a-f]{8}")
                .isNotEqualTo(SchemaName.of("paper/a_b", Content.BARS))
                .isNotEqualTo(SchemaName.of("paper/A-b", Content.BARS));
        String longest = SchemaName.of("live/" + "x".repeat(200), Content.TABLES);
        assertThat(longest)
                .hasSizeLessThanOrEqualTo(63)
                .isNotEqualTo(SchemaName.of("live/" + "x".repeat(201), Content.TABLES));
        assertThat(SchemaName.fitting("x".repeat(60), "_damaged_1")).hasSize(63).endsWith("_damaged_1");
    }
}
