package mx.yume.scheduling.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import mx.yume.business.Permission;
import mx.yume.business.Price;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.Money;

/** How many ways for a visit to go are tried: as many as matter, and never more than can be. */
class LayoutsTest {

    @Test
    void aVisitOfOneServiceHasEveryLength() {
        assertThat(Lengths.of(List.of(choice(0, 50)), true).getFirst()).hasSize(50);
    }

    @Test
    void lengthsThatFewestTakeAreLeftOutBeyondTheBound() {
        var lengths = Lengths.of(IntStream.range(0, 5).mapToObj(part -> choice(part, 10)).toList(), false);
        assertThat(lengths).allSatisfy(each -> assertThat(each).isNotEmpty().isSorted());
        assertThat(lengths.stream().mapToInt(List::size).reduce(120, (one, other) -> one * other))
                .isLessThanOrEqualTo(Lengths.MOST_LAYOUTS);
        assertThat(Lengths.of(IntStream.range(0, 5).mapToObj(part -> choice(part, 10)).toList(), true))
                .allSatisfy(each -> assertThat(each).hasSize(1));
    }

    @Test
    void atOnceIsOnlyTriedWhenAskedForAndWithinBounds() {
        var choices = IntStream.range(0, 5).mapToObj(part -> choice(part, 1)).toList();
        var lengths = Lengths.of(choices, true);
        assertThat(Groups.of(choices, lengths, false)).hasSize(5).allMatch(Group::single);
        assertThat(Groups.of(choices, lengths, true)).hasSize(5 + Groups.MOST_AT_ONCE);
        assertThat(Groups.of(choices.subList(0, 2), lengths.subList(0, 2), true)).hasSize(3);
    }

    @Test
    void nobodyWaitsWithinAGroup() {
        var choices = IntStream.range(0, 4).mapToObj(part -> choice(part, 1)).toList();
        for (var group : Groups.of(choices, Lengths.of(choices, true), true)) {
            for (var placed : group.parts()) {
                assertThat(placed.offset() == 0 || group.parts().stream().anyMatch(other -> other.end() == placed.offset()))
                        .isTrue();
            }
        }
    }

    @Test
    void moreSetsThanBitsLeaveTheLastOut() {
        var steps = new Steps(IntStream.range(0, Steps.MOST + 1).mapToObj(set -> Spans.of(set, set + 1)).toList());
        assertThat(steps.at(Steps.MOST - 1)).isEqualTo(Long.MIN_VALUE);
        assertThat(steps.at(Steps.MOST)).isZero();
        assertThat(steps.at(-1)).isZero();
        assertThat(steps.nextAfter(-5)).isZero();
        assertThat(steps.nextAfter(Steps.MOST)).isEqualTo(Long.MAX_VALUE);
    }

    /** @param people each of whom takes ten minutes more than the one before */
    private static Choice choice(int part, int people) {
        var service = new Service(new ServiceId(new UUID(4, part)), "Servicio", Optional.of("Categoría " + part), "",
                Duration.ofMinutes(30 + part), Optional.empty(), Duration.ZERO, Duration.ZERO, Price.of(Money.pesos(1)),
                Optional.empty(), Optional.empty());
        var givers = IntStream.range(0, people)
                .mapToObj(at -> new Giver(member(at), at, Shape.of(service, service.duration().plusMinutes(10L * at))))
                .toList();
        return new Choice(service, givers, List.of(), Optional.empty());
    }

    private static StaffMember member(int number) {
        return new StaffMember(new StaffId(new UUID(1, number)), "Persona", Optional.empty(), Permission.STAFF, Map.of(),
                Map.of(), List.of(), Map.of(), Optional.empty());
    }
}
