package passo.web.parts;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// A box in which something wide scrolls, so that the page does not. The keyboard comes to it.
final class ScrollBox extends CustomBlock {

    private static final SequencedMap<String, String> BOX = new LinkedHashMap<>();

    static {
        BOX.put("class", "table-scroll");
        BOX.put("tabindex", "0");
    }

    /// Puts a node of a text into such a box.
    static void around(Node node) {
        var box = new ScrollBox();
        node.insertBefore(box);
        box.appendChild(node);
    }

    static final class Printing implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        Printing(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(ScrollBox.class);
        }

        @Override public void render(Node box) {
            var html = context.getWriter();
            html.line();
            html.tag("div", BOX);
            context.render(box.getFirstChild());
            html.tag("/div");
            html.line();
        }
    }
}
