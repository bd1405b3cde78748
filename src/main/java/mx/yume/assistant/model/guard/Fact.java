package mx.yume.assistant.model.guard;

import mx.yume.scheduling.Appointment;

/** Something a tool did, or read in the agenda, in this turn: what the model's words may rest on. */
public record Fact(Kind kind, Appointment appointment) {

    public enum Kind {
        READ, BOOKED,
        /** Where it was. */
        MOVED_FROM,
        /** Where it is. */
        MOVED_TO, CANCELLED;

        public boolean effect() {
            return this != READ;
        }
    }
}
