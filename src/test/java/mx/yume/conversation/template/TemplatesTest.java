package mx.yume.conversation.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Workers;
import mx.yume.conversation.template.TemplateState.Progress;
import mx.yume.testing.FakeMeta;
import mx.yume.testing.FakeMetaTemplates;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.FakeTwilioContent;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** Templates are given to both providers once, and what they decide is kept. */
@QuarkusTest
class TemplatesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;
    @Inject
    SettableClock clock;
    @Inject
    Workers workers;
    @Inject
    Templates templates;
    @Inject
    FakeTwilio twilio;
    @Inject
    FakeTwilioContent contents;
    @Inject
    FakeMetaTemplates meta;

    @BeforeEach
    void freshWorld() {
        world.fresh();
        twilio.reset();
        meta.reset();
    }

    private List<TemplateState> submit() {
        return templates.submit().await().atMost(PATIENCE);
    }

    private Progress progress(ChannelName channel, Template template) {
        return templates.all().await().atMost(PATIENCE).stream()
                .filter(state -> state.channel() == channel && state.template() == template).findFirst().orElseThrow()
                .progress();
    }

    @Test
    void everyTemplateIsGivenToBothProvidersOnceAndWithinTheirRules() {
        assertThat(submit()).hasSize(22).allSatisfy(state -> assertThat(state.progress()).isEqualTo(Progress.SUBMITTED));
        submit();
        world.execute("delete from template_approval");
        assertThat(submit()).as("a crash before the record").hasSize(22);
        assertThat(contents.submitted()).hasSize(11).doesNotHaveDuplicates();
        assertThat(meta.names()).hasSize(11).doesNotHaveDuplicates();
        assertThat(contents.refused()).isEmpty();
        assertThat(meta.refused()).isEmpty();
        assertThat(meta.edited()).isEmpty();
    }

    @Test
    void whatCouldNotBeSubmittedSaysWhyAndIsSubmittedLater() {
        contents.goAway();
        assertThat(submit()).filteredOn(state -> state.channel() == ChannelName.TWILIO)
                .allSatisfy(state -> {
                    assertThat(state.progress()).isEqualTo(Progress.WANTED);
                    assertThat(state.reason().orElseThrow()).containsAnyOf("Twilio answered HTTP 503", "no answer in time");
                });
        twilio.reset();
        templates.request().await().atMost(PATIENCE);
        templates.request().await().atMost(PATIENCE);
        assertThat(world.count("select count(*) from job where kind = 'templates.wanted'")).as("one for each account")
                .isEqualTo(2);
        workers.settle().await().atMost(PATIENCE);
        assertThat(contents.submitted()).hasSize(11);
        assertThat(progress(ChannelName.TWILIO, Template.MAGIC_LINK)).isEqualTo(Progress.SUBMITTED);
        assertThat(world.count("select count(*) from job where kind = 'templates.wanted'")).isZero();
    }

    @Test
    void anotherTextIsSubmittedAnew() {
        submit();
        world.execute("update template_approval set status = 'approved', content_hash = 'of another text'");
        meta.say("magic_link", "Otro texto: {{link}} y nada más");
        assertThat(progress(ChannelName.META, Template.MAGIC_LINK)).isEqualTo(Progress.OUTDATED);
        submit();
        assertThat(meta.edited()).hasSize(1);
        assertThat(progress(ChannelName.META, Template.MAGIC_LINK)).isEqualTo(Progress.SUBMITTED);
    }

    @Test
    void whatProvidersDecideIsAskedForAndHeard() {
        submit();
        contents.decide("magic_link", "approved", "");
        meta.decide("magic_link", "REJECTED", "INVALID_FORMAT");
        workers.settle().await().atMost(PATIENCE);
        assertThat(progress(ChannelName.TWILIO, Template.MAGIC_LINK)).as("not asked yet").isEqualTo(Progress.SUBMITTED);
        clock.tick(Duration.ofMinutes(10));
        workers.settle().await().atMost(PATIENCE);
        assertThat(progress(ChannelName.TWILIO, Template.MAGIC_LINK)).isEqualTo(Progress.APPROVED);
        assertThat(progress(ChannelName.META, Template.MAGIC_LINK)).isEqualTo(Progress.REJECTED);
        templates.heard(new TemplateVerdict(ChannelName.META, FakeMeta.ACCOUNT, "700", "daily_schedule", "es_MX",
                TemplateVerdict.Standing.APPROVED, Optional.empty())).await().atMost(PATIENCE);
        assertThat(progress(ChannelName.META, Template.DAILY_SCHEDULE)).isEqualTo(Progress.APPROVED);
        contents.decide("magic_link", "paused", "people complained");
        clock.tick(Duration.ofDays(1));
        workers.settle().await().atMost(PATIENCE);
        assertThat(progress(ChannelName.TWILIO, Template.MAGIC_LINK)).isEqualTo(Progress.PAUSED);
    }
}
