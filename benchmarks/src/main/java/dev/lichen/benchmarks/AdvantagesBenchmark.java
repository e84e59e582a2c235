package dev.lichen.benchmarks;

import dev.lichen.ppo.Advantages;
import dev.lichen.ppo.GeneralizedAdvantageEstimator;
import dev.lichen.ppo.TokenValues;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** Times the advantages of one PPO batch, which should be nothing beside the model's share of the step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AdvantagesBenchmark {

    /** How many responses a batch has. */
    @Param({"32", "512"})
    private int responses;

    /** How many tokens each response has. */
    @Param("128")
    private int tokens;

    private TokenValues rewards = TokenValues.of(new double[0][]);
    private TokenValues values = TokenValues.of(new double[0][]);

    /** Draws rewards and values. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        rewards = draw(random);
        values = draw(random);
    }

    /** Estimates advantages and returns. */
    @Benchmark
    public Advantages estimate() {
        return new GeneralizedAdvantageEstimator(1, 0.95).estimate(rewards, values);
    }

    private TokenValues draw(SplittableRandom random) {
        double[][] rows = new double[responses][];
        for (int row = 0; row < responses; row++) {
            rows[row] = random.doubles(tokens).toArray();
        }
        return TokenValues.of(rows);
    }
}
