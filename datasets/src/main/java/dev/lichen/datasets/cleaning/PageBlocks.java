package dev.lichen.datasets.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Cuts a page into blocks: an HTML page by its elements, any other text by its lines. */
final class PageBlocks {

    private static final Pattern HTML = Pattern.compile(
            "(?is)^\\s*(?:<!doctype html|<html[\\s>]|<head[\\s>]|<body[\\s>])|</(?:p|div|body|article|td)>");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\(([^)\\s]*)[^)]*\\)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:https?://|www\\.)[\\w./?%&=#:~+@-]+|\\b[\\w-]+\\.(?:com|net|org|cc|vip|xyz|top|bet|casino|cn|tw)\\b[\\w./?%&=-]*");

    /** Elements that hold nothing of an article. */
    private static final String NEVER_SHOWN =
            "script, style, noscript, template, nav, footer, aside, form, button, select, iframe, svg, [hidden]";

    /** Elements that stand in the middle of a line. */
    private static final Set<String> IN_LINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "ruby", "s", "samp",
            "small", "span", "strong", "sub", "sup", "time", "u", "var");

    private PageBlocks() {}

    /** Returns whether a text is an HTML page. */
    static boolean isHtml(String text) {
        return HTML.matcher(text).find();
    }

    /** Returns the lines of a text, blank ones too. */
    static List<PageBlock> ofText(String text) {
        return text.lines()
                .map(line -> new PageBlock(line, linkCharacters(line)))
                .toList();
    }

    /** Returns what an HTML page shows, a block for each element that starts a line. */
    static List<PageBlock> ofHtml(String html) {
        Document document = Jsoup.parse(html);
        document.select(NEVER_SHOWN).remove();
        Collector collector = new Collector();
        document.body().traverse(collector);
        collector.endBlock();
        return collector.blocks;
    }

    private static int linkCharacters(String line) {
        int characters = 0;
        Matcher links = MARKDOWN_LINK.matcher(line);
        while (links.find()) {
            characters += links.group().length();
        }
        String rest = links.replaceAll(" ");
        Matcher addresses = ADDRESS.matcher(rest);
        while (addresses.find()) {
            characters += addresses.group().length();
        }
        return characters;
    }

    /** Collects text between the beginnings and ends of elements that start a line. */
    private static final class Collector implements NodeVisitor {

        private final List<PageBlock> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int linkCharacters;
        private int openLinks;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode textNode) {
                String added = textNode.getWholeText().replaceAll("\\s+", " ");
                text.append(added);
                linkCharacters += openLinks > 0 ? added.strip().length() : 0;
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                openLinks -= isLink(element) ? 1 : 0;
                if (!IN_LINE.contains(element.normalName())) {
                    endBlock();
                }
            }
        }

        private void open(Element element) {
            if (!IN_LINE.contains(element.normalName())) {
                endBlock();
            }
            openLinks += isLink(element) ? 1 : 0;
        }

        private void endBlock() {
            String line = text.toString().strip();
            if (!line.isEmpty()) {
                blocks.add(new PageBlock(line, linkCharacters));
            }
            text.setLength(0);
            linkCharacters = 0;
        }

        private static boolean isLink(Element element) {
            return element.normalName().equals("a") && element.hasAttr("href");
        }
    }
}
