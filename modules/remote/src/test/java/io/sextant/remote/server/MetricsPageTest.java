package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.request.DeskState;
import io.sextant.remote.wire.AnyValue;
import io.sextant.remote.wire.WireReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetricsPageTest {

    private static final Path DASHBOARD =
            Path.of("").toAbsolutePath().getParent().getParent().resolve("resources/grafana/sextant-engine.json");
    private static final Pattern NAME = Pattern.compile("\\b(sextant|jvm|process)_[a-z_]+");

    private static String page() {
        DeskState desk = (DeskState) new AnyValue(3).of(DeskState.class).orElseThrow();
        return MetricsPage.of(desk, Map.of("OrderFilled", 3L), 2);
    }

    @Test
    void eachLineIsOneThatPrometheusReads() {
        Pattern line = Pattern.compile("[a-z_]+(\\{[a-z]+=\"[^\"]*\"})? (NaN|-?Infinity|-?[0-9.]+(E-?[0-9]+)?)");
        assertThat(page().lines().filter(one -> !one.startsWith("#")))
                .isNotEmpty()
                .allMatch(one -> line.matcher(one).matches());
        assertThat(page()).contains("sextant_lines_open 2.0").contains("sextant_facts_total{kind=\"OrderFilled\"} 3.0");
    }

    @Test
    void theDashboardAsksOnlyForWhatIsTold() throws Exception {
        String page = page();
        Set<String> told = new TreeSet<>();
        page.lines().filter(one -> one.startsWith("# TYPE ")).forEach(one -> told.add(one.split(" ")[2]));
        Set<String> asked = new TreeSet<>();
        for (JsonNode expression : WireReader.tree(Files.readString(DASHBOARD)).findValues("expr")) {
            Matcher name = NAME.matcher(expression.asString());
            while (name.find()) {
                asked.add(name.group());
            }
        }
        assertThat(asked).hasSizeGreaterThan(10).isSubsetOf(told);
    }
}
