package dev.lichen.annotation.server;

import com.vaadin.flow.i18n.I18NProvider;
import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.account.PasswordLinks;
import dev.lichen.annotation.exchange.PastExports;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.job.Lineage;
import dev.lichen.annotation.job.ProjectJobs;
import dev.lichen.annotation.project.AuditTrail;
import dev.lichen.annotation.project.ItemLanguages;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.quality.QualityBoard;
import dev.lichen.annotation.queue.Reviews;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.rendering.MarkdownText;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.text.PageTexts;
import dev.lichen.annotation.view.ItemDesk;
import dev.lichen.annotation.view.Languages;
import dev.lichen.annotation.view.NewOwner;
import dev.lichen.annotation.view.OwnDesk;
import dev.lichen.annotation.view.PeopleDesk;
import dev.lichen.annotation.view.ProjectDoor;
import dev.lichen.annotation.view.ProjectParts;
import dev.lichen.annotation.view.QualityDesk;
import dev.lichen.annotation.view.RecordDesk;
import dev.lichen.annotation.view.Training;
import dev.lichen.annotation.webhook.Webhooks;
import dev.lichen.annotation.work.Reader;
import dev.lichen.annotation.work.WorkPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what the pages stand on together. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    Reader reader(Accounts accounts, I18NProvider texts) {
        return new Reader(accounts, texts);
    }

    @Bean
    WorkPages workPages(Projects projects, Reviews reviews, MarkdownText markdown, I18NProvider texts) {
        return new WorkPages(projects, reviews, markdown, texts);
    }

    @Bean
    MarkdownText markdown() {
        return new MarkdownText();
    }

    @Bean
    PageTexts texts() {
        return new PageTexts();
    }

    @Bean
    Languages languages(Accounts accounts) {
        return new Languages(accounts);
    }

    @Bean
    NewOwner newOwner(DemoProject demo) {
        return demo::fill;
    }

    @Bean
    ProjectDoor projectDoor(Projects projects, Access access) {
        return new ProjectDoor(projects, access);
    }

    @Bean
    ProjectParts projectParts(ProjectParts.Desks desks, Projects projects, Webhooks webhooks, MarkdownText markdown) {
        return new ProjectParts(desks, projects, webhooks, markdown);
    }

    @Bean
    ProjectParts.Desks desks(
            ItemDesk items, QualityDesk quality, PeopleDesk people, RecordDesk record, Training training) {
        return new ProjectParts.Desks(items, quality, people, record, training);
    }

    @Bean
    ItemDesk itemDesk(AnnotationServices services, Items items, Projects projects, ItemLanguages languages) {
        return new ItemDesk(
                services.itemList(),
                items,
                services.goldItems(),
                services.itemHandling(),
                services.itemJudgements(),
                projects,
                languages);
    }

    @Bean
    ItemLanguages itemLanguages(AnnotationServices services, Access access) {
        return new ItemLanguages(services.database(), access);
    }

    @Bean
    QualityDesk qualityDesk(QualityBoard board, Inquiries inquiries, Reviews reviews, WorkQueue queue) {
        return new QualityDesk(board, inquiries, reviews, queue);
    }

    @Bean
    PeopleDesk peopleDesk(Accounts accounts, Access access, Invitations invitations, PasswordLinks passwords) {
        return new PeopleDesk(accounts, access, invitations, passwords);
    }

    @Bean
    OwnDesk ownDesk(AnnotationServices services, WorkQueue queue, Inquiries inquiries, Lineage lineage) {
        return new OwnDesk(queue, services.history(), services.paces(), services.goals(), inquiries, lineage);
    }

    @Bean
    RecordDesk recordDesk(Ledger ledger, AuditTrail trail, PreparedExports prepared, PastExports past) {
        return new RecordDesk(ledger, trail, prepared, past);
    }

    @Bean
    Training training(ProjectJobs start, Lineage lineage, Items items, ServerOptions options) {
        return new Training(start, lineage, items, !options.program().isEmpty());
    }
}
