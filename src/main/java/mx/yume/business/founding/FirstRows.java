package mx.yume.business.founding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Permission;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.Wording;
import mx.yume.business.founding.Founding.Undone;
import mx.yume.business.founding.FoundingOutcome.Founded;
import mx.yume.business.founding.FoundingOutcome.Impossible;
import mx.yume.business.founding.FoundingRequest.Colleague;
import mx.yume.business.hours.HoursOutcome;
import mx.yume.business.hours.OpeningHours;
import mx.yume.business.menu.Menu;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.business.numbers.NumberRequests;
import mx.yume.business.premises.LocationDraft;
import mx.yume.business.premises.Locations;
import mx.yume.business.premises.PremisesOutcome;
import mx.yume.business.team.StaffDraft;
import mx.yume.business.team.Team;
import mx.yume.business.team.TeamOutcome;
import mx.yume.platform.Explained;
import mx.yume.platform.OrganizationId;

/** The rows that a new business begins with, on a connection that works for it. Fails with {@link Undone} where a part cannot be. */
@ApplicationScoped
class FirstRows {

    /** Taken by another business: nothing happens, and the next name is tried. */
    private static final String ORGANIZATION = """
            insert into organization (organization_id, name, slug, type, founded_by, created_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (slug) do nothing
            """;
    /** Owners are onboarded when the business is created. */
    private static final String OWNER = """
            update staff_member set onboarded_at = $3, user_id = $4 where organization_id = $1 and id = $2
            """;
    private static final String SKILLS = """
            insert into staff_skill (organization_id, staff_id, service_id)
            select $1, * from unnest($2::uuid[], $3::uuid[])
            """;
    /** Whoever serves works when the business is open. */
    private static final String HOURS = """
            insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
            select $1, s.id, h.location_id, h.weekday, h.opens, h.closes
            from opening_hours h cross join unnest($2::uuid[]) s (id) where h.organization_id = $1
            """;

    private final Menu menu;
    private final NumberRequests numbers;
    private final Clock clock;

    FirstRows(Menu menu, NumberRequests numbers, Clock clock) {
        this.menu = menu;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Who was added, and what each gives: none for those who do not serve. */
    private record Hired(StaffId id, Set<ServiceId> skills) {}

    Uni<FoundingOutcome> write(SqlConnection connection, OrganizationId organization, FoundingRequest request,
            FoundingCause cause) {
        return organization(connection, organization, request, cause)
                .call(() -> premises(connection, organization, request))
                .chain(slug -> services(connection, organization, request.services())
                        .chain(services -> team(connection, organization, request, services))
                        .call(team -> working(connection, organization, team))
                        .call(() -> numbers.ask(connection, organization, cause.conversation(), cause.errand(), cause.origin()))
                        .map(team -> new Founded(organization, slug, team.getFirst().id())));
    }

    private Uni<String> organization(SqlConnection connection, OrganizationId organization, FoundingRequest request,
            FoundingCause cause) {
        var name = Wording.tidy(request.name());
        return claim(connection, Slug.candidates(name, organization).iterator(), slug -> Tuple.from(new Object[]{
                organization.value(), name, slug, request.type().sql(), cause.errand(), now()}));
    }

    private static Uni<String> claim(SqlConnection connection, Iterator<String> slugs,
            Function<String, Tuple> row) {
        var slug = slugs.next();
        return connection.preparedQuery(ORGANIZATION).execute(row.apply(slug))
                .chain(inserted -> inserted.rowCount() == 1 ? Uni.createFrom().item(slug) : claim(connection, slugs, row));
    }

    private static Uni<Void> premises(SqlConnection connection, OrganizationId organization, FoundingRequest request) {
        return Locations.add(connection, organization, LocationDraft.of(request.name(), request.address()), request.zone())
                .map(outcome -> switch (outcome) {
                    case PremisesOutcome.LocationDone done -> done;
                    case PremisesOutcome.Refusal why -> throw undone(why, "");
                    case PremisesOutcome.SpotDone _,PremisesOutcome.Ordered _ ->
                        throw new IllegalStateException("Adding a location came to " + outcome);
                })
                .chain(there -> OpeningHours.setWeek(connection, organization, there.location(), there.version(),
                        request.week()))
                .invoke(outcome -> {
                    if (outcome instanceof HoursOutcome.Refusal why) {
                        throw undone(why, "");
                    }
                }).replaceWithVoid();
    }

    /** By name, in their order. */
    private Uni<Map<String, ServiceId>> services(SqlConnection connection, OrganizationId organization,
            List<ServiceDraft> drafts) {
        return Multi.createFrom().iterable(drafts).onItem()
                .transformToUniAndConcatenate(
                        draft -> menu.add(connection, organization, draft, false).map(outcome -> switch (outcome) {
                            case MenuOutcome.Done done -> Map.entry(draft.name(), done.service());
                            case MenuOutcome.Refusal why -> throw undone(why, draft.name());
                            case MenuOutcome.Ordered _,MenuOutcome.Skilled _ ->
                                throw new IllegalStateException("Adding a service came to " + outcome);
                        }))
                .collect().in(LinkedHashMap::new, (byName, each) -> byName.put(each.getKey(), each.getValue()));
    }

    private Uni<List<Hired>> team(SqlConnection connection, OrganizationId organization, FoundingRequest request,
            Map<String, ServiceId> services) {
        var owner = request.owner();
        return hire(connection, organization, StaffDraft.of(owner.name(), owner.phone(), Permission.OWNER))
                .call(id -> own(connection, organization, id, owner.userId()))
                .map(id -> new Hired(id, owner.serves() ? Set.copyOf(services.values()) : Set.of()))
                .chain(first -> Multi.createFrom().iterable(request.colleagues()).onItem()
                        .transformToUniAndConcatenate(each -> hire(connection, organization,
                                StaffDraft.of(each.name(), each.phone(), each.permission()))
                                .map(id -> new Hired(id, skills(each, services))))
                        .collect().in(() -> new ArrayList<>(List.of(first)), List::add));
    }

    private static Set<ServiceId> skills(Colleague colleague, Map<String, ServiceId> services) {
        if (!colleague.serves()) {
            return Set.of();
        }
        var given = services.entrySet().stream()
                .filter(service -> colleague.gives().isEmpty() || colleague.gives().contains(service.getKey()))
                .map(Map.Entry::getValue).toList();
        return Set.copyOf(given);
    }

    private static Uni<StaffId> hire(SqlConnection connection, OrganizationId organization, StaffDraft draft) {
        return Team.add(connection, organization, draft).map(outcome -> switch (outcome) {
            case TeamOutcome.Done done -> done.staff();
            case TeamOutcome.Refusal why -> throw undone(why, draft.name());
            case TeamOutcome.Ordered _ -> throw new IllegalStateException("Adding somebody came to " + outcome);
        });
    }

    private Uni<Void> own(SqlConnection connection, OrganizationId organization, StaffId id, Optional<String> userId) {
        var row = Arrays.<@Nullable Object>asList(organization.value(), id.value(), now(), userId.orElse(null));
        return connection.preparedQuery(OWNER).execute(Tuple.from(row)).replaceWithVoid();
    }

    private static Uni<Void> working(SqlConnection connection, OrganizationId organization, List<Hired> team) {
        var serving = team.stream().filter(member -> !member.skills().isEmpty()).toList();
        var who = serving.stream().flatMap(member -> member.skills().stream().map(service -> member.id().value()))
                .toArray(UUID[]::new);
        var what = serving.stream().flatMap(member -> member.skills().stream().map(ServiceId::value)).toArray(UUID[]::new);
        var workers = serving.stream().map(member -> member.id().value()).toArray(UUID[]::new);
        return connection.preparedQuery(SKILLS).execute(Tuple.of(organization.value(), who, what))
                .chain(() -> connection.preparedQuery(HOURS).execute(Tuple.of(organization.value(), workers)))
                .replaceWithVoid();
    }

    private static Undone undone(Explained why, String what) {
        return new Undone(new Impossible(why, what));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
