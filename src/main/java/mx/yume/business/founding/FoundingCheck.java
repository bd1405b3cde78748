package mx.yume.business.founding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;

import mx.yume.business.Wording;
import mx.yume.business.founding.FoundingOutcome.Impossible;
import mx.yume.business.founding.FoundingOutcome.NameMissing;
import mx.yume.business.founding.FoundingOutcome.NoHours;
import mx.yume.business.founding.FoundingOutcome.NoServices;
import mx.yume.business.founding.FoundingOutcome.NobodyGives;
import mx.yume.business.founding.FoundingOutcome.OwnerUnknown;
import mx.yume.business.founding.FoundingOutcome.PhoneTwice;
import mx.yume.business.founding.FoundingOutcome.Refused;
import mx.yume.business.founding.FoundingRequest.Colleague;
import mx.yume.business.hours.HoursCheck;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.platform.PhoneNumber;

/** What is wrong with a request by itself; empty when nothing is. What each room checks when it writes is not asked here. */
public final class FoundingCheck {

    static final int LONGEST_NAME = 120;

    private FoundingCheck() {}

    public static Optional<Refused> of(FoundingRequest request) {
        if (!Wording.isBetween(1, Wording.tidy(request.name()), LONGEST_NAME)) {
            return Optional.of(new NameMissing());
        }
        if (Wording.tidy(request.owner().name()).isEmpty()) {
            return Optional.of(new OwnerUnknown());
        }
        if (request.services().isEmpty()) {
            return Optional.of(new NoServices());
        }
        if (request.week().byDay().values().stream().allMatch(hours -> hours.isEmpty())) {
            return Optional.of(new NoHours());
        }
        // Passing midnight was asked about where the hours were collected.
        return HoursCheck.week(request.week(), true).<Refused>map(why -> new Impossible(why, ""))
                .or(() -> phoneTwice(request)).or(() -> nobodyGives(request));
    }

    private static Optional<Refused> phoneTwice(FoundingRequest request) {
        var owners = new HashMap<PhoneNumber, String>();
        request.owner().phone().ifPresent(phone -> owners.put(phone, request.owner().name()));
        for (var colleague : request.colleagues()) {
            var phone = colleague.phone();
            var other = phone.map(owners::get);
            if (other.isPresent()) {
                return Optional.of(new PhoneTwice(other.get(), colleague.name()));
            }
            phone.ifPresent(number -> owners.put(number, colleague.name()));
        }
        return Optional.empty();
    }

    private static Optional<Refused> nobodyGives(FoundingRequest request) {
        if (request.owner().serves()) {
            return Optional.empty();
        }
        var serving = request.colleagues().stream().filter(Colleague::serves).toList();
        if (serving.stream().anyMatch(colleague -> colleague.gives().isEmpty())) {
            return Optional.empty();
        }
        var given = new HashSet<String>();
        serving.stream().flatMap(colleague -> colleague.gives().stream()).forEach(given::add);
        return request.services().stream().map(ServiceDraft::name)
                .filter(name -> !given.contains(name)).findFirst().map(NobodyGives::new);
    }
}
