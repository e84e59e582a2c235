package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.files.DataFiles;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Takes open items to a reward model and brings back how unsure it is about each, by which the queue draws them where a
 * project samples by uncertainty.
 */
public final class UncertainItems {

    /** The field that names an item in the file. */
    private static final String NUMBER = "number";

    /** The field that the model adds, 0 or more. */
    private static final String UNCERTAINTY = "uncertainty";

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final Items items;
    private final ItemReader reader;

    /** Creates it on an open database. */
    public UncertainItems(Database database, Ledger ledger, Access access, Items items) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.items = items;
        this.reader = new ItemReader(database);
    }

    /**
     * Writes the open items of a project, without who wrote their answers; that they left the store is an event.
     *
     * @return how many
     */
    public int write(UUID actor, UUID project, Path file) {
        access.require(actor, project, Role.ADMIN);
        List<Ranking> open = open(project);
        DataFiles.write(file, open);
        ledger.append(
                actor,
                EventKind.EXPORTED,
                "project/" + project,
                Map.of("kind", "OPEN_ITEMS", "records", open.size(), "sha256", HashedFile.sha256(file)));
        return open.size();
    }

    /**
     * Notes the uncertainties that a file names, all or none.
     *
     * @param file lines with {@code number} and {@code uncertainty}
     * @return how many
     * @throws DataFormatException naming file and line, if one of them is missing or no number
     */
    public int read(UUID actor, UUID project, Path file) {
        access.require(actor, project, Role.ADMIN);
        Map<Long, Double> uncertainties = new TreeMap<>();
        DataFiles.read(file, UncertainItems::line)
                .forEach(line -> uncertainties.put(line.number(), line.uncertainty()));
        items.setUncertainty(actor, project, uncertainties);
        return uncertainties.size();
    }

    private record Line(long number, double uncertainty) {}

    private static Line line(JsonFields fields) {
        JsonNode number = fields.value(NUMBER);
        JsonNode uncertainty = fields.value(UNCERTAINTY);
        if (!number.isIntegralNumber()) {
            throw fields.failure(NUMBER, "the number of an item");
        }
        if (!uncertainty.isNumber() || uncertainty.doubleValue() < 0) {
            throw fields.failure(UNCERTAINTY, "0 or more");
        }
        return new Line(number.longValue(), uncertainty.doubleValue());
    }

    private List<Ranking> open(UUID project) {
        return database
                .jdbc()
                .sql("select id from item where project_id = ? and state = 'OPEN' and answers > 0 order by number")
                .param(project)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(reader::get)
                .map(UncertainItems::unordered)
                .toList();
    }

    private static Ranking unordered(StoredItem item) {
        List<Answer> answers = item.answers().stream()
                .map(stored -> new Answer(stored.answer().content()))
                .toList();
        return new Ranking(
                item.prompt(),
                answers,
                Tiers.ofRanks(Collections.nCopies(answers.size(), 1)),
                Judgement.unknown(),
                new Attributes(
                        null,
                        item.attributes().language(),
                        null,
                        ExtraFields.none().with(NUMBER, LongNode.valueOf(item.number()))));
    }
}
