package mx.yume.business.menu;

import java.time.Duration;
import java.util.Optional;

import mx.yume.business.Price;
import mx.yume.business.Skill;
import mx.yume.business.Wording;
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
import mx.yume.platform.Money;

/** What is wrong with a service or a skill by itself, whatever else the business has; empty when nothing is. */
final class ServiceCheck {

    static final int LONGEST_NAME = 80;
    static final int LONGEST_CATEGORY = 60;
    static final int LONGEST_DESCRIPTION = 500;
    static final int LONGEST_SPOT_KIND = 40;
    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration LONGEST_BUFFER = Duration.ofHours(4);
    static final Duration LONGEST_NOTICE = Duration.ofDays(14);
    static final Money HIGHEST_PRICE = Money.pesos(1_000_000);

    private ServiceCheck() {}

    /** @param draft made tidy */
    static Optional<Refusal> of(ServiceDraft draft) {
        return words(draft)
                .or(() -> duration(draft.duration()))
                .or(() -> draft.rest().isPresent() && !inTheMiddle(draft.rest().get(), draft.duration())
                        ? Optional.of(new RestOutside())
                        : Optional.empty())
                .or(() -> upTo(LONGEST_BUFFER, draft.bufferBefore()) && upTo(LONGEST_BUFFER, draft.bufferAfter())
                        ? Optional.empty()
                        : Optional.of(new BadBuffer()))
                .or(() -> price(draft.price()))
                .or(() -> draft.minimumNotice().filter(notice -> !upTo(LONGEST_NOTICE, notice))
                        .map(notice -> new BadNotice()));
    }

    static Optional<Refusal> of(Skill skill) {
        return skill.duration().flatMap(ServiceCheck::duration).or(() -> skill.price().flatMap(ServiceCheck::price));
    }

    private static Optional<Refusal> words(ServiceDraft draft) {
        if (!Wording.isBetween(1, draft.name(), LONGEST_NAME)) {
            return Optional.of(new BadName());
        }
        if (!Wording.isBetween(0, draft.category().orElse(""), LONGEST_CATEGORY)) {
            return Optional.of(new BadCategory());
        }
        if (!Wording.isBetween(0, draft.description(), LONGEST_DESCRIPTION)) {
            return Optional.of(new BadDescription());
        }
        return Wording.isBetween(0, draft.spotKind().orElse(""), LONGEST_SPOT_KIND)
                ? Optional.empty()
                : Optional.of(new BadSpotKind());
    }

    private static Optional<Refusal> duration(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && upTo(LONGEST, duration)
                ? Optional.empty()
                : Optional.of(new BadDuration());
    }

    private static boolean inTheMiddle(ServiceDraft.Rest rest, Duration duration) {
        return rest.after().compareTo(SHORTEST) >= 0 && rest.length().compareTo(SHORTEST) >= 0
                && upTo(LONGEST, rest.after()) && upTo(LONGEST, rest.length())
                && rest.after().plus(rest.length()).compareTo(duration) < 0;
    }

    private static Optional<Refusal> price(Price price) {
        return price.amount().centavos() <= HIGHEST_PRICE.centavos()
                ? Optional.empty()
                : Optional.of(new BadPrice(HIGHEST_PRICE));
    }

    /** In whole minutes, zero or more. */
    private static boolean upTo(Duration most, Duration length) {
        return !length.isNegative() && length.compareTo(most) <= 0 && length.equals(Duration.ofMinutes(length.toMinutes()));
    }
}
