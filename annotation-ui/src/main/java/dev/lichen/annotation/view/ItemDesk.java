package dev.lichen.annotation.view;

import dev.lichen.annotation.project.GoldItems;
import dev.lichen.annotation.project.ItemHandling;
import dev.lichen.annotation.project.ItemLanguages;
import dev.lichen.annotation.project.ItemList;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.queue.ItemJudgements;

/**
 * All that the pages of items ask.
 *
 * @param list finds items
 * @param items shows, withholds, releases and unblinds them
 * @param gold makes them gold
 * @param handling says which come first and how many people judge each
 * @param judgements shows what people say of them
 * @param projects knows the names of criteria and flags
 * @param languages knows which languages nobody judges
 */
public record ItemDesk(
        ItemList list,
        Items items,
        GoldItems gold,
        ItemHandling handling,
        ItemJudgements judgements,
        Projects projects,
        ItemLanguages languages) {}
