package dev.lichen.lm.rendering;

/** Templates for tests, each with the habits of a family of models. */
final class Templates {

    /** A system text of its own unless the conversation has one. */
    static final String DEFAULT_SYSTEM =
            "{% for m in messages %}{% if loop.first and messages[0]['role'] != 'system' %}"
                    + "{{ '<|im_start|>system\nYou are helpful<|im_end|>\n' }}{% endif %}"
                    + "{{'<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
                    + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

    /** Trims messages; words instead of control tokens around the user's turn; system text inside that turn. */
    static final String BRACKETS = "{% if messages[0]['role'] == 'system' %}{% set turns = messages[1:] %}"
            + "{% set system = messages[0]['content'] %}{% else %}{% set turns = messages %}"
            + "{% set system = false %}{% endif %}"
            + "{% for m in turns %}"
            + "{% if (m['role'] == 'user') != (loop.index0 % 2 == 0) %}"
            + "{{ raise_exception('Roles must alternate') }}{% endif %}"
            + "{% if loop.index0 == 0 and system != false %}"
            + "{% set content = '<<SYS>>\\n' + system + '\\n<</SYS>>\\n\\n' + m['content'] %}"
            + "{% else %}{% set content = m['content'] %}{% endif %}"
            + "{% if m['role'] == 'user' %}{{ '[INST] ' + content.strip() + ' [/INST]' }}"
            + "{% else %}{{ ' ' + content.strip() + ' ' + eos_token }}{% endif %}{% endfor %}";

    /** Trims by a filter; a date; a role's name between control tokens. */
    static final String HEADERS = """
            {%- for m in messages %}
                {{- '<|im_start|>' + m['role'] + '\\n\\n' + m['content'] | trim + '<|im_end|>' }}
            {%- endfor %}
            {%- if add_generation_prompt %}
                {{- '<|im_start|>assistant\\n\\n' }}
            {%- endif %}
            """;

    /** Puts an empty thought before the last reply only, and strips the line breaks before it. */
    static final String THINKING = """
            {%- set ns = namespace(last=messages|length - 1, found=false) %}
            {%- for m in messages[::-1] %}
                {%- set index = (messages|length - 1) - loop.index0 %}
                {%- if not ns.found and m.role == "user" and not m.content.startswith('<tool>') %}
                    {%- set ns.found = true %}
                    {%- set ns.last = index %}
                {%- endif %}
            {%- endfor %}
            {%- for m in messages %}
                {{- '<|im_start|>' + m.role + '\\n' }}
                {%- if m.role == 'assistant' and loop.index0 > ns.last %}
                    {{- '<think>\\n\\n</think>\\n\\n' + m.content.lstrip('\\n') }}
                {%- else %}
                    {{- m.content }}
                {%- endif %}
                {{- '<|im_end|>\\n' }}
            {%- endfor %}
            {%- if add_generation_prompt %}
                {{- '<|im_start|>assistant\\n' }}
                {%- if enable_thinking is defined and enable_thinking is false %}
                    {{- '<think>\\n\\n</think>\\n\\n' }}
                {%- endif %}
            {%- endif %}
            """;

    /** No token ends a turn. */
    static final String OPEN_ENDED = "{% for m in messages %}{{ m.role + ': ' + m.content + '\n' }}{% endfor %}"
            + "{% if add_generation_prompt %}{{ 'assistant:' }}{% endif %}";

    /** Marks the reply with the tag that Hugging Face's masks need. */
    static final String TAGGED = """
            {%- for m in messages %}
                {{- '<|im_start|>' + m.role + '\\n' }}
                {%- if m.role == 'assistant' %}
                    {% generation %}{{- m.content + '<|im_end|>' }}{% endgeneration %}
                {%- else %}
                    {{- m.content + '<|im_end|>' }}
                {%- endif %}
                {{- '\\n' }}
            {%- endfor %}
            {%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}
            """;

    private Templates() {}
}
