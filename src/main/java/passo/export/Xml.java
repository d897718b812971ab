package passo.export;

/// XML as it is written by a program.
final class Xml {

    private Xml() {}

    /// A text for an element or an attribute. What no XML may hold is left out.
    static String text(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
