package mx.yume.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Permission;
import mx.yume.business.StaffMember;
import mx.yume.business.numbers.NumberFact;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.Flows;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishLists;
import mx.yume.platform.YumeConfig;

/**
 * Tells the owner of a new business, in their chat with Yume, which number it has got, and that ends its founding; or that a
 * person has to see to it. With the number, the team is asked to join.
 */
@ApplicationScoped
class NumberNotices implements JobHandler {

    /** While the owner is being answered, what that answer is part of must be stored first. */
    private static final Duration LATER = Duration.ofSeconds(1);

    private final Businesses businesses;
    private final Flows flows;
    private final Outbox outbox;
    private final StaffWelcome welcome;
    private final Database database;
    private final Jobs jobs;
    private final NumberTexts texts;
    private final YumeConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    NumberNotices(Businesses businesses, Flows flows, Outbox outbox, StaffWelcome welcome, Database database, Jobs jobs,
            NumberTexts texts,
            YumeConfig config, ObjectMapper json, Clock clock) {
        this.businesses = businesses;
        this.flows = flows;
        this.outbox = outbox;
        this.welcome = welcome;
        this.database = database;
        this.jobs = jobs;
        this.texts = texts;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(NumberFact.PROVIDED, NumberFact.DELAYED);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var fact = read(job.payload());
        return businesses.load(connection, job.organization()).map(Optional::orElseThrow)
                .chain(business -> database.lending(connection, job.organization(), OrganizationId.YUME,
                        () -> told(connection, job, fact, business))
                        .call(told -> told && fact.number() != null ? welcome.everybody(connection, business, job.origin())
                                : Uni.createFrom().voidItem()))
                .chain(told -> told ? Uni.createFrom().voidItem()
                        : jobs.add(connection, job.organization(), job.kind(), job.payload(), job.origin(),
                                clock.instant().plus(LATER)));
    }

    private Uni<Boolean> told(SqlConnection connection, Job job, NumberFact fact, Business business) {
        var conversation = new ConversationId(fact.conversation());
        return flows.quiet(connection, OrganizationId.YUME, conversation).chain(quiet -> quiet
                ? tell(connection, new Letter(conversation, Optional.empty(), job.kind() + ":" + business.id(),
                        new Text(words(fact, business))).or(briefly(fact, business)), fact).replaceWith(true)
                : Uni.createFrom().item(false));
    }

    private Uni<Void> tell(SqlConnection connection, Letter letter, NumberFact fact) {
        var written = outbox.write(connection, OrganizationId.YUME, letter);
        return fact.number() == null ? written
                : written.chain(() -> flows.complete(connection, OrganizationId.YUME,
                        fact.errand(), FlowKind.BUSINESS_ONBOARDING, FlowState.PROVISIONING_NUMBER));
    }

    /** The paperwork may take longer than WhatsApp's window is open. */
    private Templated briefly(NumberFact fact, Business business) {
        var number = fact.number();
        return NoticeTemplates.toStaff(business,
                number == null ? texts.delayedBriefly() : texts.providedBriefly(spaced(number)));
    }

    private String words(NumberFact fact, Business business) {
        var number = fact.number();
        if (number == null) {
            return texts.delayed(business.publicName());
        }
        var team = business.staff().stream()
                .filter(member -> member.permission() != Permission.OWNER && member.phone().isPresent())
                .map(StaffMember::name).toList();
        return texts.provided(business.publicName(), spaced(number), link(fact.provider(), number), SpanishLists.all(team));
    }

    /** A number of the simulator can be written to in the simulator alone. */
    private String link(@Nullable String provider, String number) {
        var digits = number.substring(1);
        return "simulator".equals(provider) ? config.publicUrl() + "/simulador?para=" + digits : "https://wa.me/" + digits;
    }

    /** "+52 55 0000 1000" as Mexicans write it, where it is Mexican. */
    private static String spaced(String e164) {
        return PhoneNumber.parse(e164).map(PhoneNumber::e164).filter(number -> number.matches("\\+52\\d{10}"))
                .map(number -> number.replaceFirst("\\+52(\\d{2})(\\d{4})(\\d{4})", "+52 $1 $2 $3")).orElse(e164);
    }

    private NumberFact read(String payload) {
        try {
            return json.readValue(payload, NumberFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
