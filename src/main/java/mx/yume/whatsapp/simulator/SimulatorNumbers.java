package mx.yume.whatsapp.simulator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.NumberProvider;
import mx.yume.business.numbers.NumberRequest;
import mx.yume.business.numbers.Provision;
import mx.yume.business.numbers.Step;
import mx.yume.platform.PhoneNumber;

/**
 * Numbers that exist in the simulator alone, one after the other, for businesses that were founded in it. No subscriber's number
 * in Mexico begins with a zero (IFT numbering plan), so they are nobody's.
 */
@ApplicationScoped
public class SimulatorNumbers implements NumberProvider {

    private static final long FIRST = 525500001000L;
    private static final long LAST = 525500999999L;

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public boolean serves(NumberRequest request) {
        return !request.real();
    }

    /** There is nobody to ask: the first step is the last. */
    @Override
    public Uni<Step> next(Provision provision) {
        var next = provision.last().map(number -> Long.parseLong(number.e164().substring(1)) + 1).orElse(FIRST);
        return Uni.createFrom().item(next > LAST ? new Step.Refused("the simulator has no more numbers")
                : new Step.Online(new PhoneNumber("+" + next)));
    }
}
