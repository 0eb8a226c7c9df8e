package io.sextant.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class WireTest {

    private static final int DRAWS = Integer.getInteger("sextant.wire.draws", 4);

    @Test
    void carriesEveryValueOfTheOneDoorThereAndBack() {
        AnyValue any = new AnyValue(20_261_122);
        Map<String, Integer> drawn = new LinkedHashMap<>();
        List<String> never = new ArrayList<>();
        for (Map.Entry<String, Type> each : everything().entrySet()) {
            for (int i = 0; i < DRAWS; i++) {
                Optional<Object> value = any.of(each.getValue());
                if (value.isEmpty()) {
                    break;
                }
                drawn.merge(each.getKey(), 1, Integer::sum);
                String text = WireWriter.write(value.get(), each.getValue());
                Object back = WireReader.read(text, each.getValue());
                // Arrays inside of records have no equality of their own, so the text is what is compared.
                assertThat(inOneOrder(WireWriter.write(back, each.getValue())))
                        .as(each.getKey())
                        .isEqualTo(inOneOrder(text));
            }
            if (!drawn.containsKey(each.getKey())) {
                never.add(each.getKey());
            }
        }
        assertThat(never).as("nothing could be drawn").isEmpty();
    }

    /** Maps have no order: where they are lists of pairs, the pairs are sorted. */
    private static String inOneOrder(String text) {
        return sorted(new JsonMapper().readTree(text)).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node.isObject()) {
            ObjectNode object = nodes.objectNode();
            node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> object.set(entry.getKey(), sorted(entry.getValue())));
            return object;
        }
        if (!node.isArray()) {
            return node;
        }
        Stream<JsonNode> parts = node.valueStream().map(WireTest::sorted);
        boolean isPairs = node.valueStream().allMatch(pair -> pair.isArray() && pair.size() == 2);
        return nodes.arrayNode()
                .addAll((isPairs ? parts.sorted(Comparator.comparing(JsonNode::toString)) : parts).toList());
    }

    @Test
    void saysAValueByItsOwnNames() {
        String text = WireWriter.write(
                new PlaceOrder(OrderDraft.market(
                        InstrumentId.of("BTC-USDT"), Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET)),
                Command.class);

        assertThat(text)
                .startsWith(
                        "{\"type\":\"PlaceOrder\",\"draft\":{\"instrument\":{\"symbol\":\"BTC-USDT\"},\"side\":\"BUY\","
                                + "\"type\":{\"type\":\"Market\"},\"quantity\":");
    }

    @Test
    void passesOverWhatANewerVersionSaysAndTakesWhatAnOlderOneLeftOut() {
        Object bars = WireReader.read("{\"type\":\"Desk\",\"since\":\"tomorrow\"}", Query.class);
        assertThat(bars).isEqualTo(new Query.Desk());
        assertThat(WireReader.read("{\"type\":\"Done\",\"position\":7}", Answer.class))
                .isEqualTo(new Answer.Done(7, Optional.empty()));
    }

    @Test
    void refusesWhatIsNoneOfThem() {
        assertThatExceptionOfType(UnreadableWireException.class)
                .isThrownBy(() -> WireReader.read("{\"type\":\"Runtime\"}", Query.class))
                .withMessageContaining("no Query called Runtime");
        assertThatExceptionOfType(UnreadableWireException.class)
                .isThrownBy(() -> WireReader.read("{\"type\":\"Fills\",\"limit\":0}", Query.class))
                .withMessageContaining("limit");
        assertThatExceptionOfType(UnreadableWireException.class)
                .isThrownBy(() -> WireReader.read("{\"type\":\"Fills\",\"limit\":1e99}", Query.class));
        assertThatExceptionOfType(UnreadableWireException.class)
                .isThrownBy(() -> WireReader.read("{\"type\":\"Fills\"", Query.class))
                .withMessageContaining("no JSON");
        assertThatExceptionOfType(UnreadableWireException.class).isThrownBy(() -> WireReader.read("[]", Command.class));
        for (String lacking : List.of("{\"type\":\"CancelOrder\"}", "{\"type\":\"CancelOrder\",\"order\":null}")) {
            assertThatExceptionOfType(UnreadableWireException.class)
                    .isThrownBy(() -> WireReader.read(lacking, Command.class))
                    .withMessageContaining("has no order");
        }
    }

    /** Requests, and what each of them is answered with. */
    private static Map<String, Type> everything() {
        Map<String, Type> all = new LinkedHashMap<>();
        for (Class<?> root : List.of(Command.class, Event.class, Answer.class)) {
            for (Class<?> member : root.getPermittedSubclasses()) {
                all.put(member.getName(), member);
            }
        }
        for (Class<?> root : List.of(Query.class, Job.class, Topic.class)) {
            for (Class<?> member : root.getPermittedSubclasses()) {
                all.put(member.getName(), member);
                Type answer = ((ParameterizedType) member.getGenericInterfaces()[0]).getActualTypeArguments()[0];
                all.put("what answers " + member.getName(), answer);
            }
        }
        return all;
    }
}
