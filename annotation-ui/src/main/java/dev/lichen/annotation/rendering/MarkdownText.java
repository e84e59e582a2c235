package dev.lichen.annotation.rendering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Renders Markdown with tables and formulas as HTML without scripts, styles, images or anything else that is fetched. */
public final class MarkdownText {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Safelist ALLOWED = Safelist.none()
            .addTags("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code")
            .addTags("em", "strong", "table", "thead", "tbody", "tr", "th", "td", "a", "span")
            .addAttributes("ol", "start")
            .addAttributes("a", "href")
            .addAttributes("span", "class")
            .addAttributes("code", "class")
            .addTags("math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup")
            .addTags("msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd")
            .addAttributes("math", "display")
            .addAttributes("mo", "stretchy")
            .addAttributes("mi", "mathvariant")
            .addAttributes("mspace", "width")
            .addAttributes("mfrac", "linethickness")
            .addAttributes("mover", "accent")
            .addAttributes("mtable", "class")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private static final int DEEPEST_HEADING = 6;

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .customInlineContentParserFactory(new MathParser.Factory())
            .build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>")
            .nodeRendererFactory(ImageWords::new)
            .nodeRendererFactory(Formulas::new)
            .build();

    /** Returns the text as HTML; line breaks stay, since answers of models count on them. */
    public String html(String markdown) {
        Document allowed = new Cleaner(ALLOWED)
                .clean(Jsoup.parseBodyFragment(renderer.render(parser.parse(MathLines.joined(markdown)))));
        outline(allowed.body());
        emptyHeadersToCells(allowed.body());
        return allowed.outputSettings(new Document.OutputSettings().prettyPrint(false))
                .body()
                .html();
    }

    /** Puts the headings below the page's own first one, without a gap between levels, whatever the writer chose. */
    private static void outline(Element body) {
        int level = 1;
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int written = heading.tagName().charAt(1) - '0';
            level = Math.min(Math.min(written, level) + 1, DEEPEST_HEADING);
            heading.tagName("h" + level);
        }
    }

    /** A header without words heads nothing: the corner of a table is a cell, as it is read aloud. */
    private static void emptyHeadersToCells(Element body) {
        body.select("th").stream().filter(header -> !header.hasText()).forEach(header -> header.tagName("td"));
    }

    /** Writes the description of an image where the image would be. */
    private static final class ImageWords implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        ImageWords(HtmlNodeRendererContext context) {
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node image) {
            html.tag("span", Map.of("class", "image"));
            html.text("▧ ");
            for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.tag("/span");
        }
    }

    /** Writes formulas as MathML, and what is not understood as it was typed. */
    private static final class Formulas implements NodeRenderer {

        private final HtmlWriter html;

        Formulas(HtmlNodeRendererContext context) {
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(MathNode.class);
        }

        @Override
        public void render(Node node) {
            MathNode formula = (MathNode) node;
            TexMath.mathml(formula.tex(), formula.isDisplay()).ifPresentOrElse(html::raw, () -> {
                html.tag("code");
                html.text(formula.typed());
                html.tag("/code");
            });
        }
    }
}
