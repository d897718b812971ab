package passo.web.parts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import passo.asl.Shape;

/// Shows the code blocks of a text, their lines as they were written; those of `json` in colours.
final class CodeBlocks implements NodeRenderer {

    private static final Pattern JSON = Pattern.compile("""
            (?<key>"(?:\\\\.|[^"\\\\])*"(?=\\s*:))|(?<expression>"(?:\\$|\\{%|States\\.\\w+\\()(?:\\\\.|[^"\\\\])*")|(?<string>"(?:\\\\.|[^"\\\\])*")|(?<number>-?\\d[\\d.eE+-]*|true|false|null)|(?<punctuation>[{}\\[\\],:]+)""");
    /// The words of the States Language.
    private static final Set<String> WORDS = Stream.of(Shape.values()).flatMap(shape -> shape.fields().stream())
            .map(field -> '"' + field.name() + '"').collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> COLOURS = Map.of("key", "ck", "expression", "cx", "string", "cs", "number", "cn", "punctuation", "cp");

    private static final SequencedMap<String, String> BLOCK = new LinkedHashMap<>();

    static {
        BLOCK.put("class", "listing");
        BLOCK.put("translate", "no");
        BLOCK.put("tabindex", "0");
    }

    private final HtmlWriter html;

    CodeBlocks(HtmlNodeRendererContext context) {
        html = context.getWriter();
    }

    @Override public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override public void render(Node node) {
        var block = (FencedCodeBlock) node;
        html.line();
        html.tag("pre", BLOCK);
        if ("json".equals(block.getInfo())) json(block.getLiteral());
        else html.text(block.getLiteral());
        html.tag("/pre");
        html.line();
    }

    private void json(String text) {
        int end = 0;
        for (var token = JSON.matcher(text); token.find(); end = token.end()) {
            html.text(text.substring(end, token.start()));
            String kind = token.namedGroups().keySet().stream().filter(name -> token.group(name) != null).findFirst().orElseThrow();
            html.tag("span", Map.of("class", kind.equals("key") && WORDS.contains(token.group()) ? "cw" : COLOURS.get(kind)));
            html.text(token.group());
            html.tag("/span");
        }
        html.text(text.substring(end));
    }
}
