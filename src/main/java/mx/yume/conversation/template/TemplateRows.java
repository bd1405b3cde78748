package mx.yume.conversation.template;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ChannelName;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** What providers think of our templates, as it is kept: rows of Yume's own organization. */
@ApplicationScoped
class TemplateRows {

    /** A template of one account. */
    record Key(ChannelName channel, String account, Template template) {}

    /** One whose provider is to be asked. */
    record Due(Key key, Optional<String> providerId) {}

    private static final UUID YUME = OrganizationId.YUME.value();
    private static final Duration UNDECIDED = Duration.ofMinutes(10);
    /** What was approved may be paused later. */
    private static final Duration DECIDED = Duration.ofDays(1);
    private static final int AT_ONCE = 20;
    private static final int LONGEST_REASON = 300;

    /** What was refused may be asked for again. */
    private static final String WANT = """
            insert into template_approval as known (organization_id, channel, account, name, content_hash, status)
            values ($1, $2, $3, $4, $5, 'wanted')
            on conflict (organization_id, channel, account, name) do update
            set status = 'wanted', content_hash = excluded.content_hash, reason = null
            where known.content_hash <> excluded.content_hash or known.status = 'rejected'
            """;
    private static final String WANTED = """
            select name from template_approval
            where organization_id = $1 and channel = $2 and account = $3 and status = 'wanted' order by name
            """;
    private static final String SUBMITTED = """
            update template_approval set status = $5, content_hash = $6, provider_id = $7, reason = $8, submitted_at = $9, checked_at = $9
            where organization_id = $1 and channel = $2 and account = $3 and name = $4
            """;
    /** News of a text that was replaced are none of the one that is wanted now. */
    private static final String DECIDED_NOW = """
            update template_approval set status = $5, reason = $6, checked_at = $7
            where organization_id = $1 and channel = $2 and account = $3 and name = $4 and status <> 'wanted'
            """;
    private static final String REASON = """
            update template_approval set reason = $5
            where organization_id = $1 and channel = $2 and account = $3 and name = $4 and status = 'wanted'
            """;
    /** Whoever finds it first has it: the others find it checked. */
    private static final String DUE = """
            update template_approval as known set checked_at = $2
            from (select channel, account, name from template_approval
                  where organization_id = $1 and (status in ('submitted', 'paused') and coalesce(checked_at, submitted_at) <= $3
                                                  or status = 'approved' and coalesce(checked_at, submitted_at) <= $4)
                  order by checked_at limit $5 for update skip locked) as due
            where known.organization_id = $1 and known.channel = due.channel and known.account = due.account and known.name = due.name
            returning known.channel, known.account, known.name, known.provider_id
            """;
    private static final String ALL = """
            select channel, account, name, content_hash, status, reason from template_approval where organization_id = $1
            """;
    private static final String ANY = "select exists (select 1 from template_approval where organization_id = $1) as found";

    private final Database database;
    private final Clock clock;

    TemplateRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All that this account does not have with the text of today. */
    Uni<Void> want(ChannelName channel, String account) {
        var rows = Arrays.stream(Template.values())
                .map(template -> Tuple.of(YUME, channel.sql(), account, template.id(), template.contentHash())).toList();
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(WANT).executeBatch(rows))
                .replaceWithVoid();
    }

    Uni<List<Template>> wanted(ChannelName channel, String account) {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(WANTED)
                .execute(Tuple.of(YUME, channel.sql(), account))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .flatMap(row -> Template.ofId(row.getString("name")).stream()).toList()));
    }

    Uni<Void> submitted(Key key, Submission submission) {
        return update(SUBMITTED, values(key).addString(sql(submission.standing())).addString(key.template().contentHash())
                .addString(submission.providerId().orElse(null)).addString(reason(submission.reason()))
                .addOffsetDateTime(utc(clock.instant())));
    }

    Uni<Void> decided(Key key, TemplateVerdict.Standing standing, Optional<String> reason) {
        return update(DECIDED_NOW, values(key).addString(sql(standing)).addString(reason(reason))
                .addOffsetDateTime(utc(clock.instant())));
    }

    /** It could not be submitted yet. */
    Uni<Void> notYet(Key key, String why) {
        return update(REASON, values(key).addString(reason(Optional.of(why))));
    }

    Uni<List<Due>> due(Instant now) {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(DUE)
                .execute(Tuple.of(YUME, utc(now), utc(now.minus(UNDECIDED)), utc(now.minus(DECIDED)), AT_ONCE)).map(rows -> {
                    var due = new ArrayList<Due>();
                    rows.forEach(row -> Template.ofId(row.getString("name"))
                            .ifPresent(template -> due.add(new Due(new Key(ChannelName.ofSql(row.getString("channel")),
                                    row.getString("account"), template), Optional.ofNullable(row.getString("provider_id"))))));
                    return List.copyOf(due);
                }));
    }

    /** Of those that were ever asked for. */
    Uni<Map<Key, TemplateState>> all() {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(ALL).execute(Tuple.of(YUME))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).flatMap(row -> state(row).stream())
                        .collect(Collectors.toMap(state -> new Key(state.channel(), state.account(), state.template()),
                                state -> state))));
    }

    Uni<Boolean> any() {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(ANY).execute(Tuple.of(YUME))
                .map(rows -> rows.iterator().next().getBoolean("found")));
    }

    private static Optional<TemplateState> state(Row row) {
        return Template.ofId(row.getString("name")).map(template -> {
            var progress = row.getString("content_hash").equals(template.contentHash())
                    ? TemplateState.Progress.valueOf(row.getString("status").toUpperCase(Locale.ROOT))
                    : TemplateState.Progress.OUTDATED;
            return new TemplateState(ChannelName.ofSql(row.getString("channel")), row.getString("account"), template, progress,
                    Optional.ofNullable(row.getString("reason")));
        });
    }

    private Uni<Void> update(String sql, Tuple values) {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(sql).execute(values)
                .replaceWithVoid());
    }

    private static Tuple values(Key key) {
        return Tuple.of(YUME, key.channel().sql(), key.account(), key.template().id());
    }

    private static String sql(TemplateVerdict.Standing standing) {
        return switch (standing) {
            case APPROVED -> "approved";
            case PENDING -> "submitted";
            case REJECTED, DISABLED -> "rejected";
            case PAUSED -> "paused";
        };
    }

    private static @Nullable String reason(Optional<String> reason) {
        return reason.filter(text -> !text.isBlank())
                .map(text -> text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON)).orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
