package io.sextant.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.FleetProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFolderTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    @Test
    void anInstalledApplicationIsToldWhereTheFolderComesFrom() {
        assertThatThrownBy(() -> ClusterFolder.find(Map.of(), Optional.empty(), JAVA))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("not part of the application")
                .hasMessageContaining("SEXTANT_CLUSTER_HOME");
    }

    @Test
    void aCheckoutWithoutTheFolderIsToldHowToMakeIt() {
        assertThatThrownBy(() -> ClusterFolder.find(Map.of(), Optional.of(folder), JAVA))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("There is no cluster in " + folder)
                .hasMessageContaining("mvn -pl modules/cluster -am package");
    }

    @Test
    void theFolderThatIsNamedDrivesWithTheJavaThatIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("jars"));
        Files.createFile(folder.resolve("jars/sextant-cluster-1.jar"));
        ClusterFolder found = ClusterFolder.find(
                Map.of("SEXTANT_CLUSTER_HOME", folder.toString(), "SEXTANT_JAVA_HOME", "/java"),
                Optional.empty(),
                JAVA);
        assertThat(found.command("local[2]"))
                .startsWith("/java/bin/java", "@" + folder + "/conf/jvm.options")
                .endsWith("-cp", folder + "/jars/*", "io.sextant.cluster.ClusterMain", "local[2]");
    }

    @Test
    void whatIsNoClusterIsRefusedBeforeAnythingIsStarted() {
        for (String url : List.of("http://somewhere", "spark://host", "local", "spark://host:7077 --evil", "yarn")) {
            assertThatThrownBy(() -> ClusterProcess.start(url, () -> false))
                    .isInstanceOf(FleetProblem.class)
                    .hasMessageContaining("spark://host:7077");
        }
    }

    /** It says nothing that could be understood, and ends. */
    @Test
    void aDriverThatEndsByItselfIsSaidSo() {
        assertThatThrownBy(() -> ClusterProcess.start(
                        List.of(JAVA.resolve("bin/java").toString(), "-Xmx16m", "--version"), () -> false))
                .isInstanceOf(FleetProblem.class);
    }
}
