package mx.yume.business.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.business.Price;
import mx.yume.business.Skill;
import mx.yume.business.menu.MenuOutcome.BadBuffer;
import mx.yume.business.menu.MenuOutcome.BadCategory;
import mx.yume.business.menu.MenuOutcome.BadDescription;
import mx.yume.business.menu.MenuOutcome.BadDuration;
import mx.yume.business.menu.MenuOutcome.BadName;
import mx.yume.business.menu.MenuOutcome.BadNotice;
import mx.yume.business.menu.MenuOutcome.BadPrice;
import mx.yume.business.menu.MenuOutcome.BadSpotKind;
import mx.yume.business.menu.MenuOutcome.Refusal;
import mx.yume.business.menu.MenuOutcome.RestOutside;
import mx.yume.business.menu.ServiceDraft.Rest;
import mx.yume.platform.Money;

class ServiceCheckTest {

    private static final Price PRICE = Price.of(Money.pesos(250));

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0\n"})
    void aNameSaysSomething(String name) {
        assertThat(check(ServiceDraft.of(name, Duration.ofHours(1), PRICE, Optional.empty()))).contains(new BadName());
    }

    @Test
    void textsAreNoLongerThanTheirColumns() {
        assertThat(check(texts("a".repeat(80), "b".repeat(60), "c".repeat(500), "d".repeat(40)))).isEmpty();
        assertThat(check(texts("💅".repeat(80), "", "", ""))).isEmpty();
        assertThat(check(texts("a".repeat(81), "", "", ""))).contains(new BadName());
        assertThat(check(texts("a", "b".repeat(61), "", ""))).contains(new BadCategory());
        assertThat(check(texts("a", "", "c".repeat(501), ""))).contains(new BadDescription());
        assertThat(check(texts("a", "", "", "d".repeat(41)))).contains(new BadSpotKind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-30M", "PT4M", "PT4M59S", "PT5M1S", "PT45M0.5S", "PT12H1M", "P300000000D"})
    void aDurationIsFromFiveMinutesToTwelveHoursInWholeMinutes(String duration) {
        assertThat(check(lasting(Duration.parse(duration)))).contains(new BadDuration());
        assertThat(ServiceCheck.of(new Skill(Optional.of(Duration.parse(duration)), Optional.empty(), true)))
                .contains(new BadDuration());
    }

    @Test
    void theShortestAndTheLongestAreFine() {
        assertThat(check(lasting(Duration.ofMinutes(5)))).isEmpty();
        assertThat(check(lasting(Duration.ofHours(12)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S,PT30M", "PT-5M,PT30M", "PT4M,PT30M", "PT30M,PT0S", "PT30M,PT-5M", "PT30M,PT4M", "PT30M,PT30M",
            "PT60M,PT5M", "PT30M,PT29M30S", "P300000000D,PT5M", "PT5M,P106751991167300D"})
    void aRestLiesInTheMiddle(String after, String length) {
        var rest = Optional.of(new Rest(Duration.parse(after), Duration.parse(length)));
        assertThat(check(changed(draft -> resting(draft, rest)))).contains(new RestOutside());
    }

    @Test
    void aRestThatFitsIsFine() {
        assertThat(
                check(changed(draft -> resting(draft, Optional.of(new Rest(Duration.ofMinutes(5), Duration.ofMinutes(54)))))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT-1M,PT0S", "PT0S,PT-1M", "PT4H1M,PT0S", "PT0S,PT4H1M", "PT30S,PT0S"})
    void buffersAreUpToFourHours(String before, String after) {
        assertThat(check(buffered(Duration.parse(before), Duration.parse(after)))).contains(new BadBuffer());
        assertThat(check(buffered(Duration.ofHours(4), Duration.ofHours(4)))).isEmpty();
    }

    @Test
    void pricesHaveALimitAndMayBeZero() {
        var highest = new Price(Money.pesos(1_000_000), true);
        assertThat(check(priced(highest))).isEmpty();
        assertThat(check(priced(Price.of(new Money(0))))).isEmpty();
        var over = Price.of(new Money(100_000_001));
        assertThat(check(priced(over))).contains(new BadPrice(Money.pesos(1_000_000)));
        assertThat(ServiceCheck.of(new Skill(Optional.empty(), Optional.of(over), true)))
                .contains(new BadPrice(Money.pesos(1_000_000)));
        assertThat(ServiceCheck.of(Skill.USUAL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1M", "PT336H1M", "PT30S"})
    void anOwnNoticeIsUpToFourteenDays(String notice) {
        assertThat(check(noticed(Duration.parse(notice)))).contains(new BadNotice());
        assertThat(check(noticed(Duration.ZERO))).isEmpty();
        assertThat(check(noticed(Duration.ofDays(14)))).isEmpty();
    }

    private static Optional<Refusal> check(ServiceDraft draft) {
        return ServiceCheck.of(draft.tidy());
    }

    private static ServiceDraft changed(UnaryOperator<ServiceDraft> change) {
        return change.apply(lasting(Duration.ofHours(1)));
    }

    private static ServiceDraft texts(String name, String category, String description, String spotKind) {
        return new ServiceDraft(name, Optional.of(category), description, Duration.ofHours(1), Optional.empty(), Duration.ZERO,
                Duration.ZERO, PRICE, Optional.of(spotKind), Optional.empty());
    }

    private static ServiceDraft lasting(Duration duration) {
        return ServiceDraft.of("Corte", duration, PRICE, Optional.empty());
    }

    private static ServiceDraft resting(ServiceDraft draft, Optional<Rest> rest) {
        return new ServiceDraft(draft.name(), draft.category(), draft.description(), draft.duration(), rest,
                draft.bufferBefore(), draft.bufferAfter(), draft.price(), draft.spotKind(), draft.minimumNotice());
    }

    private static ServiceDraft buffered(Duration before, Duration after) {
        return new ServiceDraft("Corte", Optional.empty(), "", Duration.ofHours(1), Optional.empty(), before, after, PRICE,
                Optional.empty(), Optional.empty());
    }

    private static ServiceDraft priced(Price price) {
        return ServiceDraft.of("Corte", Duration.ofHours(1), price, Optional.empty());
    }

    private static ServiceDraft noticed(Duration notice) {
        return new ServiceDraft("Corte", Optional.empty(), "", Duration.ofHours(1), Optional.empty(), Duration.ZERO,
                Duration.ZERO, PRICE, Optional.empty(), Optional.of(notice));
    }
}
