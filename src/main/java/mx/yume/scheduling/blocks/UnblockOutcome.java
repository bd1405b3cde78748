package mx.yume.scheduling.blocks;

import java.util.List;

import mx.yume.business.StaffId;
import mx.yume.platform.Explained;

public sealed interface UnblockOutcome extends Explained {

    /** @param staff whose time it is again */
    record Unblocked(List<StaffId> staff) implements UnblockOutcome {

        public Unblocked {
            staff = List.copyOf(staff);
        }

        @Override
        public String sentence() {
            return "Listo, ese tiempo ya no está bloqueado.";
        }
    }

    /** No such block (any more), or none in that time. */
    record NotFound() implements UnblockOutcome {

        @Override
        public String sentence() {
            return "Ahí no hay nada bloqueado.";
        }
    }

    record Refused(BlockRefusal why) implements UnblockOutcome {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }
}
