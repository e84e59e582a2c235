package dev.lichen.training.config;

/** Applies the contract of every configuration to the sample. */
class SampleConfigTest extends AbstractConfigTest<SampleConfig> {

    @Override
    protected SampleConfig defaults() {
        return SampleConfig.defaults();
    }
}
