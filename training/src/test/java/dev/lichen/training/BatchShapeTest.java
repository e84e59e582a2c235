package dev.lichen.training;

import dev.lichen.training.config.AbstractConfigTest;

class BatchShapeTest extends AbstractConfigTest<BatchShape> {

    @Override
    protected BatchShape defaults() {
        return BatchShape.defaults();
    }
}
