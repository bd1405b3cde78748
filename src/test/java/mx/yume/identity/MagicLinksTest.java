package mx.yume.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.StaffId;
import mx.yume.business.team.Team;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class MagicLinksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final PlainYume yume = PlainYume.fresh();
    private final MagicLinks links = yume.the(MagicLinks.class);
    private final Sessions sessions = yume.the(Sessions.class);

    @Test
    void aLinkOpensOneSessionOfWhomItIsFor() {
        var link = issued();
        var session = await(links.use(link)).orElseThrow();
        assertThat(await(sessions.find(session))).hasValue(new SignedIn(SalonLupita.ID, SalonLupita.LUPITA.value()));
        assertThat(await(links.use(link))).isEmpty();
        assertThat(yume.superuser().count("select count(*) from session")).isOne();
    }

    @Test
    void ofManyWhoUseItAtOnceOneComesIn() {
        var link = issued();
        var tries = Uni.join().all(IntStream.range(0, 8).mapToObj(each -> links.use(link)).toList())
                .andFailFast();
        assertThat(await(tries).stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void afterTenMinutesItOpensNothing() {
        var link = issued();
        var other = issued();
        yume.clock().tick(MagicLinks.GOOD_FOR.minus(MOMENT));
        assertThat(await(links.use(link))).isPresent();
        yume.clock().tick(MOMENT);
        assertThat(await(links.use(other))).isEmpty();
    }

    @Test
    void aSessionEndsAfterSevenDaysOrWhenItIsRevoked() {
        var session = await(links.use(issued())).orElseThrow();
        var other = await(links.use(issued())).orElseThrow();
        await(sessions.revoke(other));
        await(sessions.revoke(other));
        assertThat(await(sessions.find(other))).isEmpty();
        yume.clock().tick(Sessions.GOOD_FOR.minus(MOMENT));
        assertThat(await(sessions.find(session))).isPresent();
        yume.clock().tick(MOMENT);
        assertThat(await(sessions.find(session))).isEmpty();
    }

    @Test
    void aSessionSaysWhereItIsAndWhenItWasLastUsed() {
        var phone = await(links.use(issued(), "Chrome en Android")).orElseThrow();
        yume.clock().tick(Duration.ofMinutes(1));
        var desk = await(links.use(issued(), "Firefox en Windows")).orElseThrow();
        var lupita = await(sessions.find(phone)).orElseThrow();
        var opened = yume.clock().instant();
        yume.clock().tick(Duration.ofMinutes(50));
        await(sessions.find(desk));
        assertThat(await(sessions.of(lupita, desk))).as("not written down again within the hour")
                .extracting(OpenSession::device, OpenSession::current, OpenSession::seen)
                .containsExactly(tuple("Firefox en Windows", true, opened),
                        tuple("Chrome en Android", false, opened.minusSeconds(60)));
        yume.clock().tick(Duration.ofMinutes(10));
        await(sessions.find(desk));
        assertThat(await(sessions.of(lupita, phone)).getLast().seen()).isEqualTo(opened.plus(Duration.ofHours(1)));
        await(sessions.closeOthers(lupita, desk));
        assertThat(await(sessions.find(phone))).isEmpty();
        assertThat(await(sessions.of(lupita, desk))).hasSize(1);
    }

    @Test
    void sessionsAreClosedOneByOneOrAllAtOnceAndOnlyOnesOwn() {
        var phone = await(links.use(issued(), "Chrome en Android")).orElseThrow();
        var desk = await(links.use(issued(), "Firefox en Windows")).orElseThrow();
        var betos = await(links.use(issued(SalonLupita.BETO), "Safari en iPhone")).orElseThrow();
        var lupita = await(sessions.find(phone)).orElseThrow();
        var beto = await(sessions.find(betos)).orElseThrow();
        var ofBeto = await(sessions.of(beto, betos)).getFirst().id();
        assertThat(await(sessions.close(lupita, ofBeto))).as("somebody else's").isFalse();
        assertThat(await(sessions.close(new SignedIn(OrganizationId.YUME, beto.staffMember()), ofBeto))).isFalse();
        assertThat(await(sessions.find(betos))).isPresent();
        var ofPhone = await(sessions.of(lupita, phone)).getFirst().id();
        assertThat(await(sessions.close(lupita, ofPhone))).isTrue();
        assertThat(await(sessions.close(lupita, ofPhone))).as("again").isFalse();
        assertThat(await(sessions.find(phone))).isEmpty();
        assertThat(await(sessions.find(desk))).isPresent();
        await(sessions.closeAll(lupita));
        assertThat(await(sessions.find(desk))).isEmpty();
        assertThat(await(sessions.of(lupita, desk))).isEmpty();
        assertThat(await(sessions.find(betos))).hasValue(beto);
    }

    @Test
    void whoeverIsTakenOffTheTeamIsSignedOutForGood() {
        var session = await(links.use(issued(SalonLupita.BETO))).orElseThrow();
        var link = issued(SalonLupita.BETO);
        await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> Team.deactivate(connection, SalonLupita.ID, SalonLupita.BETO, 0)));
        assertThat(await(sessions.find(session))).isEmpty();
        assertThat(await(links.use(link))).isEmpty();
        await(yume.the(Team.class).reactivate(SalonLupita.ID, SalonLupita.BETO, 1));
        assertThat(await(sessions.find(session))).isEmpty();
        assertThat(await(links.use(link))).as("it was not used").isPresent();
    }

    @Test
    void aSuspendedBusinessLetsNobodyIn() {
        var session = await(links.use(issued())).orElseThrow();
        var link = issued();
        yume.superuser().execute("update organization set status = 'suspended' where slug = 'salon-lupita'");
        assertThat(await(sessions.find(session))).isEmpty();
        assertThat(await(links.use(link))).isEmpty();
    }

    @Test
    void whatNeverWasATokenIsNone() {
        assertThat(Token.parse("")).isEmpty();
        assertThat(Token.parse("á".repeat(43))).isEmpty();
        assertThat(Token.parse("x".repeat(100_000))).isEmpty();
        var unknown = Token.parse("x".repeat(43)).orElseThrow();
        assertThat(await(links.use(unknown))).isEmpty();
        assertThat(await(sessions.find(unknown))).isEmpty();
    }

    @Test
    void theTokenIsInNoRowAndInNoLog() {
        var link = await(issue());
        var token = link.address().getQuery().substring("t=".length());
        assertThat(link.address().toString()).startsWith("https://yume.test/entrar?t=");
        assertThat(link).asString().doesNotContain(token);
        assertThat(Token.parse(token).orElseThrow()).hasToString("Token");
        var session = await(links.use(Token.parse(token).orElseThrow())).orElseThrow();
        assertThat(yume.superuser().rows("select l.*, encode(l.token_hash, 'escape'), s.*, encode(s.token_hash, 'escape')"
                + " from magic_link l, session s").toString()).doesNotContain(token, session.written());
    }

    @Test
    void aLinkOfATransactionThatFailsIsNoLink() {
        var kept = new AtomicReference<Token>();
        var broken = yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> links.issue(connection, SalonLupita.ID, SalonLupita.LUPITA.value()).invoke(link -> {
                    kept.set(token(link));
                    throw new IllegalStateException("What it was for did not happen");
                }));
        assertThat(broken.onFailure().recoverWithNull().await().atMost(PATIENCE)).isNull();
        assertThat(await(links.use(Objects.requireNonNull(kept.get())))).isEmpty();
    }

    @Test
    void whatIsLongOverGoes() {
        await(links.use(issued()));
        var sweep = yume.the(Expired.class);
        yume.clock().tick(Duration.ofDays(31));
        assertThat(await(sweep.sweep(yume.clock().instant()))).as("the link, not yet the session").isOne();
        yume.clock().tick(Duration.ofDays(7));
        assertThat(await(sweep.sweep(yume.clock().instant()))).isOne();
        assertThat(yume.superuser().rows("select id from magic_link union all select id from session")).isEqualTo(List.of());
        assertThat(sweep.every()).isEqualTo(Duration.ofHours(1));
    }

    private Token issued() {
        return token(await(issue()));
    }

    private Token issued(StaffId member) {
        return token(await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> links.issue(connection, SalonLupita.ID, member.value()))));
    }

    private Uni<MagicLink> issue() {
        return yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> links.issue(connection, SalonLupita.ID, SalonLupita.LUPITA.value()));
    }

    private static Token token(MagicLink link) {
        return Token.parse(link.address().getQuery().substring("t=".length())).orElseThrow();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
