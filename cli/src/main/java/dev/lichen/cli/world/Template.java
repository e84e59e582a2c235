package dev.lichen.cli.world;

import java.util.List;

/**
 * Makes one question and its answer from a row of a table; {@code {0}} stands for the row's first cell.
 *
 * @param category the kind of task
 * @param table the name of the table whose rows fill the template
 * @param language the language of question and answer
 * @param question the question's text
 * @param subject the words by which a complete answer refers to the question
 * @param statement the complete answer, with {@code {key}} for the key
 * @param key the words that make an answer right
 */
record Template(
        String category,
        String table,
        Language language,
        String question,
        String subject,
        String statement,
        String key) {

    static final String KEY = "{key}";

    static Template of(List<String> cells) {
        return new Template(
                cells.get(0),
                cells.get(1),
                Language.of(cells.get(2)),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6));
    }

    String keyOf(List<String> row) {
        return fill(key, row);
    }

    Task taskOf(List<String> row, List<String> rivals) {
        return new Task(
                category,
                table + " " + row.getFirst(),
                language,
                fill(question, row),
                fill(subject, row),
                keyOf(row),
                fill(statement, row),
                rivals);
    }

    private static String fill(String text, List<String> row) {
        String filled = text;
        for (int column = 0; column < row.size(); column++) {
            filled = filled.replace("{" + column + "}", row.get(column));
        }
        return filled;
    }
}
