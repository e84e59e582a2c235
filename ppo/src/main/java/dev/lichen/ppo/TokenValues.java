package dev.lichen.ppo;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Holds one number for every token of several responses, row by row.
 *
 * <p>Rows are ragged: a row is exactly as long as its response, so there is no padding, and a mean over all the values
 * is a mean over real tokens. This is why the formulas of this package need no masks. Values are immutable; the flat
 * order (row after row) is the order in which the model returns per-token results.
 */
public final class TokenValues {

    private final double[] values;
    private final int[] starts; // row r is values[starts[r]] to values[starts[r + 1] - 1]

    private TokenValues(double[] values, int[] starts) {
        this.values = values;
        this.starts = starts;
    }

    /** Copies rows, one a response; a row may be empty. */
    public static TokenValues of(List<double[]> rows) {
        int[] starts = new int[rows.size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            starts[row + 1] = starts[row] + rows.get(row).length;
        }
        double[] values = new double[starts[rows.size()]];
        for (int row = 0; row < rows.size(); row++) {
            double[] source = rows.get(row);
            System.arraycopy(source, 0, values, starts[row], source.length);
        }
        return new TokenValues(values, starts);
    }

    /** Copies rows given one by one. */
    public static TokenValues of(double[]... rows) {
        return of(List.of(rows));
    }

    /** Cuts a flat run of model results into the shape of these rows. */
    public TokenValues withValues(float[] flat) {
        requireSize(flat.length);
        double[] copy = new double[flat.length];
        for (int i = 0; i < flat.length; i++) {
            copy[i] = flat[i];
        }
        return new TokenValues(copy, starts);
    }

    /** Gives the same rows with one value everywhere. */
    public TokenValues filledWith(double value) {
        return map(ignored -> value);
    }

    /** The number of responses. */
    public int rows() {
        return starts.length - 1;
    }

    /** The number of tokens of all responses together. */
    public int size() {
        return values.length;
    }

    /** The value at a flat position. */
    public double get(int position) {
        return values[position];
    }

    /** The number of tokens of one response. */
    public int length(int row) {
        return starts[row + 1] - starts[row];
    }

    /** A copy of one response's values. */
    public double[] row(int row) {
        return Arrays.copyOfRange(values, starts[row], starts[row + 1]);
    }

    /** The sum of one response's values. */
    public double rowSum(int row) {
        double sum = 0;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The chosen responses, in the order asked for. */
    public TokenValues select(List<Integer> chosenRows) {
        return of(chosenRows.stream().map(this::row).toList());
    }

    /** Applies a function to each value. */
    public TokenValues map(DoubleUnaryOperator function) {
        return new TokenValues(Arrays.stream(values).map(function).toArray(), starts);
    }

    /** Applies a function to each value and its partner in another array of the same rows. */
    public TokenValues combine(TokenValues other, DoubleBinaryOperator function) {
        requireSameRows(other);
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = function.applyAsDouble(values[i], other.values[i]);
        }
        return new TokenValues(result, starts);
    }

    /** Subtracts, value by value. */
    public TokenValues minus(TokenValues other) {
        return combine(other, (left, right) -> left - right);
    }

    /** Adds, value by value. */
    public TokenValues plus(TokenValues other) {
        return combine(other, Double::sum);
    }

    /** The sum of all values. */
    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The mean over all tokens: every token weighs the same, whatever the length of its response. */
    public double mean() {
        return sum() / values.length;
    }

    /** The mean over responses of the sum over each response's tokens. */
    public double meanRowSum() {
        return sum() / rows();
    }

    /** The largest value. */
    public double maximum() {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    /** A flat copy, as the model's backward pass takes it. */
    public float[] toFloats() {
        float[] flat = new float[values.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) values[i];
        }
        return flat;
    }

    /** Fails unless both arrays have the same rows. */
    void requireSameRows(TokenValues other) {
        if (!Arrays.equals(starts, other.starts)) {
            throw new IllegalArgumentException("rows differ: " + rows() + " rows of " + size() + " tokens against "
                    + other.rows() + " rows of " + other.size());
        }
    }

    private void requireSize(int size) {
        if (size != values.length) {
            throw new IllegalArgumentException("expected " + values.length + " values, got " + size);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenValues that
                && Arrays.equals(values, that.values)
                && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(starts);
    }

    @Override
    public String toString() {
        return "TokenValues[" + rows() + " rows, " + size() + " tokens]";
    }
}
