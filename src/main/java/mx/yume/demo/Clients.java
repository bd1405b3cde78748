package mx.yume.demo;

import java.util.List;
import java.util.UUID;

import mx.yume.platform.PhoneNumber;

/** The people who come to the demo salon. Invented; their phones are in a range of their own. */
final class Clients {

    static final List<String> NAMES = List.of("María Fernanda López", "José Luis Hernández", "Guadalupe Martínez",
            "Juan Carlos García", "Sofía Ramírez", "Miguel Ángel Torres", "Ximena Flores", "Alejandro Cruz", "Valeria Gómez",
            "Diego Mendoza", "Regina Castillo", "Luis Enrique Ortiz", "Daniela Jiménez", "Ricardo Núñez", "Camila Reyes",
            "Fernando Aguilar", "Renata Vázquez", "Emiliano Rojas", "Paola Domínguez", "Óscar Delgado");

    private Clients() {}

    static UUID id(int client) {
        return SalonLupita.id("clienta " + client);
    }

    static PhoneNumber phone(int client) {
        return new PhoneNumber("+52552000%04d".formatted(client + 1));
    }
}
