package dev.lichen.lm.tokenizer;

import java.util.List;

/** Texts for tests: something to learn from, and what breaks careless tokenizers. */
final class Texts {

    static final List<String> CONTROL_TOKENS = List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>");

    static final String LESSON = """
            The lichen grows slowly on the stone, and the stone does not mind. It's two lives in one: a fungus and an alga.
            The fungus gives shelter; the alga gives sugar. They don't compete, they'll share what the rain brings.
            地衣在石头上慢慢生长,石头并不介意。地衣是两种生命的共生体:真菌和藻类。真菌提供住所,藻类提供糖分。
            它们不竞争,它们分享雨水带来的一切。地衣生长得很慢,一年只长一毫米,石头上的地衣可能有一千岁。
            aaaa aaaaa aaaaaaaa banana bananas 1234 12345 2024-07-26 10% 3.14159
            """.repeat(3);

    static final List<String> NASTY = List.of(
            "",
            " ",
            "  \t\r\n\r\n  ",
            "a\u0000b",
            "ideographic\u3000space\u00A0and\u0085next line\u2028",
            "emoji 😀👩‍👩‍👧‍👦🇨🇳 and 漢字繁體中文「測試」",
            "e\u0301 is not \u00E9",
            "\uFEFFmark \uFFFD \uE000",
            "𠀀𠀁 beyond the plane",
            "don't DON'T I'll",
            "ﷺ العربية עברית हिन्दी ไทย",
            "x".repeat(5000),
            "一地衣".repeat(3000));

    private Texts() {}
}
