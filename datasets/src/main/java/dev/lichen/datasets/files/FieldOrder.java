package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which the fields of objects stand, learned from objects; by the path to the object. */
public final class FieldOrder {

    private static final FieldOrder AS_GIVEN = new FieldOrder();

    private final Map<String, List<String>> orders = new HashMap<>();

    FieldOrder() {}

    /** Returns the order that changes nothing. */
    static FieldOrder asGiven() {
        return AS_GIVEN;
    }

    /** Learns from an object and all inside it. */
    void learn(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            learn(object, path);
        } else {
            node.forEach(element -> learn(element, path + "[]"));
        }
    }

    private void learn(ObjectNode object, String path) {
        List<String> order = orders.computeIfAbsent(path, name -> new ArrayList<>());
        int position = 0;
        for (var field : object.properties()) {
            int known = order.indexOf(field.getKey());
            if (known < 0) {
                order.add(position++, field.getKey());
            } else {
                position = known + 1;
            }
            learn(field.getValue(), path + "." + field.getKey());
        }
    }

    /** Returns the names of an object's fields in the order learned; those not seen before come last. */
    List<String> of(ObjectNode object, String path) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        List<String> order = orders.getOrDefault(path, List.of());
        if (!order.isEmpty()) {
            names.sort((first, second) -> Integer.compare(place(order, first), place(order, second)));
        }
        return names;
    }

    private static int place(List<String> order, String name) {
        int place = order.indexOf(name);
        return place < 0 ? order.size() : place;
    }
}
