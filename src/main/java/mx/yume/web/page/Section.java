package mx.yume.web.page;

import mx.yume.business.Capability;

/** The parts of the dashboard, in the order of its navigation. */
public enum Section {
    SCHEDULE("Agenda", "", Capability.SEE_SCHEDULE, true), CONVERSATIONS("Chats", "/conversaciones", Capability.RUN_THE_DAY,
            true), CUSTOMERS("Clientes", "/clientes", Capability.RUN_THE_DAY, true), WAITLIST("Lista de espera", "/espera",
                    Capability.RUN_THE_DAY, false), AVAILABILITY("Días libres", "/disponibilidad", Capability.RUN_THE_DAY,
                            false), STATS("Números", "/numeros", Capability.SEE_STATS, true), SERVICES("Servicios",
                                    "/servicios", Capability.CHANGE_SETUP,
                                    false), TEAM("Equipo", "/equipo", Capability.MANAGE_STAFF, false), PREMISES(
                                            "Sucursales y horario", "/sucursales", Capability.CHANGE_SETUP,
                                            false), SPOTS("Lugares", "/lugares", Capability.CHANGE_SETUP,
                                                    false), SETTINGS("Ajustes", "/ajustes", Capability.CHANGE_SETUP, false),
    /** Of their own: where they are signed in, which notices they get. */
    ACCOUNT("Mi cuenta", "/cuenta", Capability.SEE_SCHEDULE, false);

    public static final String HOME = "/tablero";

    private final String label;
    private final String path;
    private final Capability needed;
    private final boolean atHand;

    Section(String label, String path, Capability needed, boolean atHand) {
        this.label = label;
        this.path = path;
        this.needed = needed;
        this.atHand = atHand;
    }

    public String label() {
        return label;
    }

    public String path() {
        return HOME + path;
    }

    /** Without it the section is not shown, and not there. */
    public Capability needed() {
        return needed;
    }

    /** Whether it is in the bar below on a phone; the others are one tap further. */
    boolean atHand() {
        return atHand;
    }
}
