package mx.yume.scheduling.blocks;

import java.util.List;

import mx.yume.business.StaffId;
import mx.yume.platform.Explained;
import mx.yume.scheduling.Appointment;

public sealed interface BlockOutcome extends Explained {

    /**
     * @param action undoes it
     * @param kept appointments that stay inside it, sorted by start
     */
    record Blocked(ActionId action, List<StaffId> staff, List<Appointment> kept) implements BlockOutcome {

        public Blocked {
            staff = List.copyOf(staff);
            kept = List.copyOf(kept);
        }

        @Override
        public String sentence() {
            return switch (kept.size()) {
                case 0 -> "Listo, ese tiempo queda bloqueado.";
                case 1 -> "Listo, ese tiempo queda bloqueado. La cita que había se queda.";
                default -> "Listo, ese tiempo queda bloqueado. Las %d citas que había se quedan.".formatted(kept.size());
            };
        }
    }

    /**
     * Nothing is blocked yet: there are visits in that time. Asked for again despite them, they stay.
     *
     * @param appointments sorted by start, never empty
     */
    record Overlaps(List<Appointment> appointments) implements BlockOutcome {

        public Overlaps {
            appointments = List.copyOf(appointments);
        }

        @Override
        public String sentence() {
            return appointments.size() == 1
                    ? "Hay una cita en ese tiempo. ¿Bloqueo lo demás y la cita se queda?"
                    : "Hay %d citas en ese tiempo. ¿Bloqueo lo demás y las citas se quedan?".formatted(appointments.size());
        }
    }

    record Refused(BlockRefusal why) implements BlockOutcome {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }
}
