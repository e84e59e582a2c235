package dev.lichen.lm.rendering;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import dev.lichen.lm.tokenizer.ControlTokenMatcher;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.PositionMask;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Turns conversations into tokens and marks those that the assistant is responsible for.
 *
 * <p>The only place that knows chat templates; fine-tuning, reward model, PPO and chat all render here, so they see the
 * same tokens. Three promises:
 *
 * <ul>
 *   <li>What people write becomes plain text, never a control token, and never steers the template: the template is
 *       rendered with probes in the messages' places.
 *   <li>The rendering of a prompt and a reply begins with the rendering of the prompt and ends with the end-of-turn
 *       token.
 *   <li>Otherwise the tokens are those of Hugging Face's {@code apply_chat_template}.
 * </ul>
 *
 * <p>White space that a template removes from the ends of messages is removed here too. Templates that change a message
 * in other ways, or decide by what it says, treat every message as an ordinary non-empty one. Thread-safe.
 */
public final class ConversationRenderer {

    private final Tokenizer tokenizer;
    private final TextEncoder encoder;
    private final Layouts layouts;
    private final OptionalInt endOfText;
    private final int endOfTurn;
    private final String notice;

    private ConversationRenderer(Tokenizer tokenizer, TemplateChoice choice) {
        this.tokenizer = tokenizer;
        this.encoder = new TextEncoder(tokenizer);
        this.layouts = new Layouts(choice.template());
        this.notice = choice.notice();
        this.endOfText = tokenizer
                .settings()
                .endOfSequence()
                .map(tokenizer::controlToken)
                .orElse(OptionalInt.empty());
        this.endOfTurn = findEndOfTurn();
    }

    /**
     * Creates the renderer of a tokenizer's chat template, or of a fallback if it has none.
     *
     * @throws ChatTemplateException if the template is not valid, or nothing can end a turn
     */
    public static ConversationRenderer of(Tokenizer tokenizer) {
        return new ConversationRenderer(tokenizer, TemplateChoice.of(tokenizer));
    }

    /** Returns what a user should know about the choice of the template, if anything. */
    public Optional<String> notice() {
        return notice.isEmpty() ? Optional.empty() : Optional.of(notice);
    }

    /** Returns the token that ends an assistant's turn. */
    public int endOfTurnToken() {
        return endOfTurn;
    }

    /** Returns the tokens that end a generation: the end of the turn and the end of the text. */
    public Set<Integer> stopTokens() {
        Set<Integer> tokens = new LinkedHashSet<>(List.of(endOfTurn));
        endOfText.ifPresent(tokens::add);
        return Set.copyOf(tokens);
    }

    /**
     * Renders a whole conversation; the mask marks the assistant's turns with their end-of-turn tokens.
     *
     * <p>A turn is marked from the end of the generation prompt on, so that exactly what the model must write is
     * learned. A conversation that ends with the assistant ends with the end-of-turn token.
     */
    public MaskedTokens render(List<Message> messages) {
        boolean replied = !messages.isEmpty() && messages.getLast().isFromAssistant();
        RenderedText text = replied ? withReply(messages) : layouts.conversation(messages);
        List<Turn> turns = turns(text, messages);
        return mask(replied ? text.upTo(turns.getLast().end()) : text, turns, replied);
    }

    /** Renders a prompt, up to and including the opening of the assistant's turn. */
    public TokenSequence renderPrompt(List<Message> messages) {
        RenderedText text = layouts.prompt(messages);
        return encoder.encode(text, boundaries(turns(text, messages))).tokens();
    }

    /**
     * Renders a prompt of at most {@code maximumTokens} tokens: the oldest turns are left out, as many as need be, each
     * from a user's message to the next user's; system texts at the beginning always stay.
     *
     * @throws PromptTooLongException if the last turn alone does not fit
     */
    public TokenSequence renderPromptWithin(List<Message> messages, int maximumTokens) {
        List<Message> kept = new ArrayList<>(messages);
        TokenSequence tokens = renderPrompt(kept);
        while (tokens.size() > maximumTokens) {
            if (!dropOldestTurn(kept)) {
                throw new PromptTooLongException(tokens.size(), maximumTokens);
            }
            tokens = renderPrompt(kept);
        }
        return tokens;
    }

    /** Renders a text without turns, for pretraining: the text, and the end-of-text token if there is one. */
    public MaskedTokens renderText(String text) {
        TokenSequence tokens = tokenizer.encode(text);
        TokenSequence ended = endOfText.isPresent() ? tokens.plus(endOfText.getAsInt()) : tokens;
        return MaskedTokens.from(ended, Math.min(1, ended.size()));
    }

    private static boolean dropOldestTurn(List<Message> messages) {
        int first = 0;
        while (first < messages.size() && messages.get(first).role() == Role.SYSTEM) {
            first++;
        }
        for (int next = first + 1; next < messages.size(); next++) {
            if (messages.get(next).role() == Role.USER) {
                messages.subList(first, next).clear();
                return true;
            }
        }
        return false;
    }

    /** Returns the conversation's text; should it not continue the prompt's text, the reply is put behind that. */
    private RenderedText withReply(List<Message> messages) {
        RenderedText text = layouts.conversation(messages);
        int reply = messages.size() - 1;
        RenderedText prompt = layouts.prompt(messages.subList(0, reply));
        Optional<RenderedText.Content> content = text.content(reply);
        if (content.isEmpty()) {
            throw new ChatTemplateException("the chat template leaves out the assistant's reply");
        }
        int start = content.get().start();
        boolean continues =
                text.text().startsWith(prompt.text()) && prompt.text().length() <= start;
        return continues ? text : text.after(prompt, start);
    }

    /** An assistant's turn in a text; {@code ended} if the text from the content on reaches an end-of-turn token. */
    private record Turn(int start, int end, boolean ended) {}

    private List<Turn> turns(RenderedText text, List<Message> messages) {
        List<ControlTokenMatcher.Match> controls = encoder.controls(text);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).isFromAssistant()) {
                List<Message> before = messages.subList(0, i);
                text.content(i)
                        .map(content -> turn(text, content, before, controls))
                        .ifPresent(turns::add);
            }
        }
        return turns;
    }

    private Turn turn(
            RenderedText text,
            RenderedText.Content content,
            List<Message> before,
            List<ControlTokenMatcher.Match> controls) {
        String prompt = layouts.prompt(before).text();
        boolean continued = text.text().startsWith(prompt) && prompt.length() <= content.start();
        int start = continued ? prompt.length() : content.start();
        return controls.stream()
                .filter(control -> control.start() >= content.end())
                .findFirst()
                .filter(control -> control.token().id() == endOfTurn)
                .map(control -> new Turn(start, control.end(), true))
                .orElse(new Turn(start, content.end(), false));
    }

    private static SortedSet<Integer> boundaries(Collection<Turn> turns) {
        SortedSet<Integer> boundaries = new TreeSet<>();
        turns.forEach(turn -> boundaries.addAll(List.of(turn.start(), turn.end())));
        return boundaries;
    }

    private MaskedTokens mask(RenderedText text, List<Turn> turns, boolean replied) {
        TextEncoder.Encoded encoded = encoder.encode(text, boundaries(turns));
        boolean endMissing = replied && !turns.getLast().ended();
        TokenSequence tokens = endMissing ? encoded.tokens().plus(endOfTurn) : encoded.tokens();
        boolean[] marked = new boolean[tokens.size()];
        for (Turn turn : turns) {
            int start = encoded.positions().floorEntry(turn.start()).getValue();
            int end = encoded.positions().floorEntry(turn.end()).getValue();
            Arrays.fill(marked, Math.max(1, start), Math.max(1, end), true);
        }
        if (endMissing) {
            marked[marked.length - 1] = true;
        }
        return new MaskedTokens(tokens, PositionMask.of(marked));
    }

    private int findEndOfTurn() {
        List<Message> probe = List.of(Message.user("question"), Message.assistant("answer"));
        RenderedText text = layouts.conversation(probe);
        int end = text.content(1).map(RenderedText.Content::end).orElse(0);
        return encoder.controls(text).stream()
                .filter(control -> control.start() >= end)
                .findFirst()
                .map(control -> OptionalInt.of(control.token().id()))
                .orElse(endOfText)
                .orElseThrow(() -> new ChatTemplateException(
                        "nothing can end a turn: found no control token after a reply and no eos_token"));
    }
}
