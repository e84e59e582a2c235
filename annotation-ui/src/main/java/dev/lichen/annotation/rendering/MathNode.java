package dev.lichen.annotation.rendering;

import org.commonmark.node.CustomNode;

/** A formula in a text. */
final class MathNode extends CustomNode {

    private final String tex;
    private final String typed;
    private final boolean display;

    /**
     * Creates a formula.
     *
     * @param tex what stands between the marks
     * @param typed the same with its marks
     * @param display whether it stands on a line of its own
     */
    MathNode(String tex, String typed, boolean display) {
        this.tex = tex;
        this.typed = typed;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    String typed() {
        return typed;
    }

    boolean isDisplay() {
        return display;
    }
}
