package dev.lichen.annotation.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hashes what an import brought in, so that its event in the ledger vouches for it: prompts, answers, who wrote them and
 * whatever else the file said, in the order of items and slots.
 */
public final class ImportedTexts {

    private static final int ITEMS_AT_ONCE = 500;

    private static final String TEXTS =
            "select i.number, i.prompt, i.attributes, a.slot, a.content, a.generator, a.extra"
                    + " from (select id, number, prompt, attributes from item where import_id = ? and number > ?"
                    + " order by number limit " + ITEMS_AT_ONCE + ") i left join item_answer a on a.item_id = i.id"
                    + " order by i.number, a.slot";

    private final Database database;

    public ImportedTexts(Database database) {
        this.database = database;
    }

    /** One answer of an item, or an item that has none. */
    private record Line(long number, List<@Nullable String> texts) {

        static Line read(ResultSet row) throws SQLException {
            return new Line(
                    row.getLong("number"),
                    Stream.of("number", "prompt", "attributes", "slot", "content", "generator", "extra")
                            .<@Nullable String>map(column -> text(row, column))
                            .toList());
        }

        private static @Nullable String text(ResultSet row, String column) {
            try {
                return row.getString(column);
            } catch (SQLException e) {
                throw new DatabaseException("Cannot read the column " + column + " of an item", e);
            }
        }
    }

    /** Returns the hash of all that one import brought in: 64 hexadecimal digits. */
    public String sha256(UUID batch) {
        MessageDigest digest = Sha256.digest();
        List<Line> page = page(batch, 0);
        while (!page.isEmpty()) {
            page.stream().flatMap(line -> line.texts().stream()).forEach(text -> add(digest, text));
            page = page(batch, page.getLast().number());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Line> page(UUID batch, long after) {
        return database.jdbc()
                .sql(TEXTS)
                .params(batch, after)
                .query((row, n) -> Line.read(row))
                .list();
    }

    /** The length goes first, so that no two texts run into one another; none at all is not an empty one. */
    private static void add(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
