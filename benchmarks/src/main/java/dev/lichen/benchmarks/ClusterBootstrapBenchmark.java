package dev.lichen.benchmarks;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Statistic;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times the interval of one rate in a report: 1000 resamples of the prompts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClusterBootstrapBenchmark {

    /** How many prompts were compared. */
    @Param({"200", "2000"})
    private int prompts;

    private double[] wins = {};

    /** Draws a win or a loss a prompt. */
    @Setup
    public void draw() {
        wins = new SplittableRandom(1).doubles(prompts).map(Math::rint).toArray();
    }

    /** Finds the interval of the win rate. */
    @Benchmark
    public Statistic interval() {
        return ClusterBootstrap.of(1)
                .estimate(
                        prompts,
                        prompts,
                        drawn -> IntStream.of(drawn)
                                .mapToDouble(prompt -> wins[prompt])
                                .average()
                                .orElseThrow());
    }
}
