package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.WeakOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Elo's ratings, updated game by game: {@code R_A ← R_A + K(S − 1/(1 + 10^{(R_B − R_A)/scale}))}.
 *
 * <p>The result depends on the order of the games and has no error; {@link BradleyTerry} fits all games at once. Source:
 * Elo, The Rating of Chessplayers, Past and Present (1978).
 *
 * @param factor K, the most that a game can change
 * @param scale the difference at which the odds are ten to one
 * @param start the rating of an item not seen before
 */
public record Elo(double factor, double scale, double start) {

    /** Returns K = 4, scale 400, start 1000: the setting of chatbot arenas. */
    public static Elo usual() {
        return new Elo(4, 400, 1000);
    }

    /** Returns the ratings after games in this order, each an order of two items; a tie is half a win. */
    public Map<String, Double> ratings(List<WeakOrder> games) {
        Map<String, Double> ratings = new LinkedHashMap<>();
        for (WeakOrder game : games) {
            List<String> players = game.items();
            if (players.size() != 2) {
                throw new IllegalArgumentException("a game has two players, had " + players);
            }
            play(ratings, players.getFirst(), players.getLast(), game.hasTies() ? 0.5 : 1);
        }
        return ratings;
    }

    private void play(Map<String, Double> ratings, String first, String second, double score) {
        double a = ratings.getOrDefault(first, start);
        double b = ratings.getOrDefault(second, start);
        double expected = 1 / (1 + Math.pow(10, (b - a) / scale));
        ratings.put(first, a + factor * (score - expected));
        ratings.put(second, b - factor * (score - expected));
    }
}
