package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.quality.Inquiry;
import java.util.UUID;

/** A question about one's own work, with its figures, and the place to answer it. */
final class InquiryForm extends Div {

    private final Inquiries inquiries;
    private final UUID me;
    private final Inquiry inquiry;

    InquiryForm(Inquiries inquiries, UUID me, Inquiry inquiry) {
        this.inquiries = inquiries;
        this.me = me;
        this.inquiry = inquiry;
        addClassName("notice");
        add(new Paragraph(getTranslation(
                "inquiry." + inquiry.pattern().name(),
                Parts.percent(inquiry.share()),
                inquiry.n(),
                Parts.percent(bound()))));
        inquiry.answer().ifPresentOrElse(this::answered, this::ask);
    }

    private void ask() {
        LongText words = new LongText(3);
        ErrorLine error = new ErrorLine();
        Div form = new Div(
                Parts.field(getTranslation("inquiry.answer"), words, getTranslation("inquiry.help")),
                error,
                Parts.row(Parts.button(
                        getTranslation("inquiry.send"), () -> error.attempt(() -> send(words.getValue())))));
        add(form);
    }

    private void send(String words) {
        inquiries.answer(me, inquiry.id(), words);
        getChildren().skip(1).toList().forEach(this::remove);
        answered(words);
    }

    private void answered(String words) {
        add(Parts.quiet(getTranslation("inquiry.answered", words)));
    }

    private double bound() {
        return inquiry.pattern().bound();
    }
}
