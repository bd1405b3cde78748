package mx.yume.whatsapp.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.inbox.ChangedIdentities;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.inbox.InboxUnavailable;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.template.TemplateNews;
import mx.yume.conversation.template.TemplateVerdict;
import mx.yume.testing.PlainYume;

/** What could not be stored is to be delivered again. */
class MetaUnavailableTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PlainYume yume = PlainYume.fresh();
    private final List<TemplateVerdict> heard = new ArrayList<>();

    private int deliver(String payload, TemplateNews... news) {
        var delivery = new MetaDelivery(yume.the(Inbox.class), yume.the(ChangedIdentities.class), yume.the(Outbox.class),
                List.of(news));
        var body = Payloads.recorded(payload);
        return new MetaWebhook(new MetaGate(App.ON), new MetaReader(new ObjectMapper()), delivery)
                .deliver(body, Payloads.signature(body)).await().atMost(PATIENCE).getStatus();
    }

    @Test
    void whenTheDatabaseStaysAwayMetaIsAskedToDeliverAgain() {
        TemplateNews away = verdict -> Uni.createFrom().failure(new InboxUnavailable(new IllegalStateException("away")));

        assertThat(deliver("template-approved", away)).isEqualTo(503);
    }

    @Test
    void everyoneWhoListensHearsOfATemplate() {
        TemplateNews one = verdict -> Uni.createFrom().voidItem().invoke(() -> heard.add(verdict));

        assertThat(deliver("template-approved", one, one)).isEqualTo(200);
        assertThat(heard).hasSize(2);
    }
}
