package dev.lichen.lm.checkpoint;

import java.util.List;
import java.util.SequencedMap;

/** Announces a tensor and fails when it is read. */
record FailingSource(HostTensor announced) implements TensorSource {

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return TensorSource.of(List.of(announced)).shapes();
    }

    @Override
    public HostTensor read(String name) {
        throw new CheckpointException("Cannot read " + name);
    }
}
