package passo.web.parts;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The texts of the content, written in Markdown, as HTML that may stand in a page as it is.
///
/// HTML in a text is escaped. A link leads to a web address or to an address of ours; of any other, and of an image, the words alone
/// remain. Code is not translated by browsers, and a block of `json` stands in the colours of the editor. Tables are written in GitHub's way. May be shared between threads.
public final class Markdown {

    private static final int DEEPEST_HEADING = 6;
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).escapeHtml(true)
            .attributeProviderFactory(_ -> (node, _, attributes) -> mark(node, attributes))
            .nodeRendererFactory(CodeBlocks::new)
            .nodeRendererFactory(ScrollBox.Printing::new)
            .build();

    private Markdown() {}

    /// The HTML of a text.
    ///
    /// @param below the level of the heading that the text stands under: its own begin one deeper; 0 for none
    public static String html(String text, int below) {
        Node document = PARSER.parse(text);
        document.accept(new Tidying(below));
        return RENDERER.render(document);
    }

    /// The same for a place in a template.
    public static Content content(String text, int below) {
        String html = html(text, below);
        return output -> output.writeContent(html);
    }

    private static void mark(Node node, Map<String, String> attributes) {
        if (node instanceof Code) {
            attributes.put("class", "in");
            attributes.put("translate", "no");
        } else if (node instanceof Link link && !isOurs(link)) {
            attributes.put("rel", "noreferrer");
        } else if (node instanceof TableBlock) {
            attributes.put("class", "grid");
        } else if (node instanceof TableCell cell && cell.isHeader()) {
            attributes.put("scope", "col");
        }
    }

    private static boolean isOurs(Link link) {
        return link.getDestination().matches("#.*|/([^/\\\\].*)?");
    }

    /// Puts headings at their level, gives tables a box to scroll in, and leaves of links that lead nowhere good, and of images, the words alone.
    private static final class Tidying extends AbstractVisitor {

        private final int below;

        Tidying(int below) {
            this.below = below;
        }

        @Override public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + below, DEEPEST_HEADING));
            visitChildren(heading);
        }

        @Override public void visit(Link link) {
            visitChildren(link);
            if (!isOurs(link) && !link.getDestination().matches("https?://.+")) unwrap(link);
        }

        @Override public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
        }

        @Override public void visit(CustomBlock block) {
            visitChildren(block);
            if (block instanceof TableBlock) ScrollBox.around(block);
        }

        private static void unwrap(Node node) {
            while (node.getFirstChild() != null) node.insertBefore(node.getFirstChild());
            node.unlink();
        }
    }
}
