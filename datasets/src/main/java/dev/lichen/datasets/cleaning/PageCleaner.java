package dev.lichen.datasets.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps the article of a page and drops what frames it: menus, notices, lists of links, advertising.
 *
 * <p>The article runs from the first block of sentences to the last; whatever is furniture or advertising goes, within it
 * too. Short blocks of which nobody can tell stay inside the article, directly before it (a title, a byline) and, if they end
 * a sentence, directly after it. A page without any block of sentences keeps all that is not furniture or advertising. A
 * text that loses nothing stays as it is, to the character.
 */
final class PageCleaner {

    private static final int LINES_OF_TITLE = 3;

    private PageCleaner() {}

    static TextEdit edit(String page) {
        boolean html = PageBlocks.isHtml(page);
        List<PageBlock> blocks = html ? PageBlocks.ofHtml(page) : PageBlocks.ofText(page);
        List<BlockKind> kinds = blocks.stream().map(BlockKind::of).toList();
        List<Integer> kept = kept(blocks, kinds);
        Set<Integer> stays = Set.copyOf(kept);
        List<String> findings = new ArrayList<>();
        if (html) {
            findings.add("markup");
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (!stays.contains(i) && kinds.get(i) != BlockKind.BLANK) {
                findings.add(
                        kinds.get(i) == BlockKind.DOUBTFUL
                                ? "line outside the article"
                                : kinds.get(i).name().toLowerCase(Locale.ROOT));
            }
        }
        return findings.isEmpty() ? TextEdit.none(page) : new TextEdit(text(blocks, kept, html), findings);
    }

    private static List<Integer> kept(List<PageBlock> blocks, List<BlockKind> kinds) {
        int first = kinds.indexOf(BlockKind.ARTICLE);
        int last = kinds.lastIndexOf(BlockKind.ARTICLE);
        int from = first < 0 ? 0 : withTitle(kinds, first);
        int to = first < 0 ? kinds.size() - 1 : withEnd(blocks, kinds, last);
        List<Integer> kept = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            if (kinds.get(i) != BlockKind.FURNITURE && kinds.get(i) != BlockKind.ADVERTISING) {
                kept.add(i);
            }
        }
        return kept;
    }

    private static int withTitle(List<BlockKind> kinds, int first) {
        int from = first;
        int lines = 0;
        for (int i = first - 1; i >= 0 && lines < LINES_OF_TITLE; i--) {
            if (kinds.get(i) == BlockKind.DOUBTFUL) {
                from = i;
                lines++;
            } else if (kinds.get(i) != BlockKind.BLANK) {
                break;
            }
        }
        return from;
    }

    private static int withEnd(List<PageBlock> blocks, List<BlockKind> kinds, int last) {
        int to = last;
        for (int i = last + 1; i < kinds.size(); i++) {
            if (kinds.get(i) == BlockKind.DOUBTFUL && blocks.get(i).hasSentence()) {
                to = i;
            } else if (kinds.get(i) != BlockKind.BLANK) {
                break;
            }
        }
        return to;
    }

    /** Joins what is kept; where something between was dropped, one blank line is enough. */
    private static String text(List<PageBlock> blocks, List<Integer> kept, boolean html) {
        StringBuilder text = new StringBuilder();
        boolean blank = false;
        for (int i : kept) {
            String line = blocks.get(i).text();
            if (!line.isBlank() || (!blank && !text.isEmpty())) {
                text.append(line).append(html ? "\n\n" : "\n");
            }
            blank = line.isBlank();
        }
        return text.toString().stripTrailing();
    }
}
