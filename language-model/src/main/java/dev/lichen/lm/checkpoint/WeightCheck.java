package dev.lichen.lm.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares the tensors that are there with those that a model of this shape has. */
record WeightCheck(Path place, Map<String, List<Long>> found, List<WeightBinding> expected) {

    private static final int NAMED = 4;

    /**
     * Requires every tensor, of the right shape, and no other.
     *
     * @param ignored tells the names that may stand there without being used
     */
    void requireAll(Predicate<String> ignored) {
        Map<String, List<Long>> wanted = expected.stream()
                .flatMap(binding -> binding.parts().stream())
                .collect(Collectors.toMap(WeightBinding.Part::name, WeightBinding.Part::shape));
        refuse("lacks", "the model's shape asks for", without(wanted.keySet(), found.keySet()));
        List<String> extra = without(found.keySet(), wanted.keySet());
        extra.removeIf(ignored);
        refuse("holds", "a model of this shape does not have", extra);
        wanted.forEach(this::requireShape);
    }

    private void requireShape(String name, List<Long> shape) {
        if (!shape.equals(found.get(name))) {
            throw CheckpointException.at(
                    place, "tensor " + name + " of shape " + found.get(name), shape + " as config.json says");
        }
    }

    private void refuse(String verb, String why, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
            String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
            throw new CheckpointException("%s: %s tensors that %s: %s%s".formatted(place, verb, why, some, more));
        }
    }

    private static List<String> without(Set<String> all, Set<String> removed) {
        List<String> left = new ArrayList<>(all);
        left.removeAll(removed);
        left.sort(null);
        return left;
    }
}
