package io.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.FleetProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTermsTest {

    private static final Map<String, String> SECRET =
            Map.of("spark.authenticate", "true", "spark.authenticate.secret", "not-a-real-secret");

    @TempDir
    Path folder;

    /** 192.0.2.1 is nobody's (RFC 5737): a connection to it would not be refused but run into its limit. */
    @ParameterizedTest
    @CsvSource({
        "spark://192.0.2.1:7077,,",
        "'spark://127.0.0.1:1,192.0.2.1:7077',,",
        "spark://192.0.2.1:7077,false,not-a-real-secret",
        "spark://192.0.2.1:7077,true,",
        "spark://192.0.2.1:7077,true,' '",
    })
    void nothingIsListenedOnThatOthersReachWithoutASecret(String master, String asked, String secret) {
        Map<String, String> own = asked == null
                ? Map.of()
                : Map.of("spark.authenticate", asked, "spark.authenticate.secret", secret == null ? "" : secret);
        assertThatThrownBy(() -> new ClusterTerms(master, own, 5).conf())
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("No secret stands in conf/cluster.conf")
                .hasMessageContaining("192.0.2.1");
    }

    @Test
    void anAddressToListenOnThatStandsInTheFileIsHeldToTheSame() {
        Map<String, String> everywhere = Map.of("spark.driver.bindAddress", "0.0.0.0");
        assertThatThrownBy(() -> new ClusterTerms("local[2]", everywhere, 5).conf())
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("0.0.0.0");
        assertThat(new ClusterTerms("local[2]", SECRET, 5).conf().get("spark.driver.bindAddress"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aSecretThatOthersCanReadIsNoSecret() throws IOException {
        Path file = folder.resolve("cluster.conf");
        Files.writeString(file, "spark.authenticate true\nspark.authenticate.secret not-a-real-secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> ClusterTerms.read(file))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(ClusterTerms.read(file)).isEqualTo(SECRET);
    }
}
