package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void whatIsNotFiniteIsNullWhereverItStands() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("one", Double.NaN);
        value.put("list", List.of(1.5, Double.POSITIVE_INFINITY));
        value.put("array", new double[] {Double.NEGATIVE_INFINITY, 2});
        value.put("rows", new double[][] {{0.1, Double.NaN}, {1e-7, 3}});
        StringWriter text = new StringWriter();

        Json.print(new PrintWriter(text), value);

        assertThat(text.toString().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"one\":null,\"list\":[1.5,null],\"array\":[null,2.0],\"rows\":[[0.1,null],[1.0E-7,3.0]]}");
    }
}
