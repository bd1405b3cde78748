package mx.yume.assistant.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Spanish words by the part they play in understanding, all folded. {@link #COMMON} words are never taken for a slip of the
 * keyboard nor for somebody's name; {@link #KEY} words are those that a slip of one letter is corrected to.
 */
public final class Vocabulary {
    static final Set<String> KEY = words(
            """
                    mañana pasado lunes martes miercoles jueves viernes sabado domingo semana proximo proxima siguiente quincena enero
                    febrero marzo abril junio julio agosto septiembre octubre noviembre diciembre temprano tarde tardes noche noches
                    mediodia cuarto media despues antes quiero quisiera necesito agendar reservar apartar cancelar cambiar mover reagendar
                    horario horarios precio precios servicio servicios cuanto cuesta cuestan ubicacion direccion donde gracias buenas
                    buenos cualquiera confirmo perfecto correcto exacto persona ayuda olvidalo disponible disponibles espacio lugar
                    primero segundo tercero opcion cuando abren cierran favor quien""");

    static final Set<String> COMMON = words(
            """
                    mande ninguno anonimo frecuente siguen sigue espera espere esperame permiteme deja dejame cumpleaños
                    a mil antier anteayer al algo alguien algun alguna algunas alguno ahi ahora ahorita alla alli ambas ambos ando ante aqui asi
                    atender atienda atiende aun aunque ayer bien bueno buena cada calle calor carta casa cerca cerrado cita
                    citas claro coche comer como con conmigo contigo corre cosa cosas costo creo cual cuales cuenta da dame dan
                    dando dar das de debo decir del demas desde dia dias dice dices dicho digo dime domicilio dos e el ella
                    ellas ellos en encargado entonces entre eran eres es esa ese eso esos esta estaba estado estamos estan estar
                    estas este esto estos estoy etc favor fue gente gusta gustaria hace hacen hacer hacerme haces hacia hago han
                    haria has hasta hay haz he hice hija hijo hola hora horas hoy iba igual ir ire la las le les lo los luego
                    mas me mejor menos mes mi mientras mis misma mismo momento muchas mucho muy nada nadie ni ningun ninguna no
                    nos nosotros nuestra nuestro nueva nuevo numero nunca o ocupo okay ok otra otras otro otros para parece
                    parte pasa pasar paso pena pero persona poco podemos podria podrian podrias poner pongo por porque pregunta
                    problema pronto pude puede pueden puedes puedo pues que queda quedo quede quien quienes quiere quieren quita
                    quitar rato razon sabe saber sabes sale salgo se sea sean seas sera seria si sido siempre sin sino sobre
                    sola solo somos son soy su sus tal tambien tampoco tan tanto tantos tarda tardan tardo te tendra tendran
                    tendras tenemos tengo tenia ti tiempo tiene tienen tienes toda todas todavia todo todos toma trabaja
                    trabajan trabajo tu tus u un una unas uno unos usted ustedes va vale vamos van varias varios vas veces venga
                    venir veo ver vez voy vuelta y ya yo costos ocupado ocupada cliente clienta gracias adios bye oye oigan
                    disculpa disculpe perdon señorita amiga amigo listo lista novio ay ah oh eh mmm hmm aja ajam uy jefa jefe
                    prisa urge urgente respuesta mensaje mensajes foto fotos menor mayor edad años año peso pesos kilos minutos
                    minuto semana semanas meses mal raro rapido lejos mama papa esposo esposa hermana hermano telefono celular
                    cel whatsapp correo nombre apellido llamo llama llamar apuntar apunta apuntame anota anotame sirve acomoda
                    acuerdo supuesto demasiado caro barato barata promociones descuento tarjeta efectivo pago pagar cobran
                    cobras transferencia anticipo estacionamiento vengo viene vienen llego llegar llegare asistir asista retraso
                    tarde tardar atras regresa regresar volver anterior olvida olvide dejalo deja dejo salir libre libres
                    abierto abiertos cerrar abrir abre cierra local negocio salon estetica barberia lugar sucursal mapa llegan
                    quejo queja robot humano cualquier mañanas personas reserva reservas reservacion aparta apartas cancela
                    cancelas cancelo cambia cambias cambio agenda agendas agendo mueve muevo mueves primera segunda tercera
                    cuarta quinta ultima ultimo alergica alergico embarazada mayorcita rubia morena estudiante foranea foraneo
                    recomendada recomendado interesada interesado citada confirmada confirmado agendada agendado vecina vecino
                    habla hablo escribe saluda quizas quiza depende info informacion informes obvio seguro jalo genial super
                    excelente chido pedi pido pide pedir mira miren verdad cierto falso test nop nel yes please stop baja alta
                    pesado pesada""");

    /** Things and people of a salon: everyday words too, unless the business sells something by that name. */
    public static final Set<String> OF_SALONS = words(
            """
                    niño niña niños niñas señor señora caballero dama hombre mujer mechas luces balayage ceja cejas pestañas
                    maquillaje masaje masajes facial faciales depilacion cera alaciado keratina permanente extensiones trenzas
                    planchado lavado acrilicas acrilico esmalte diseño novia boda evento fiesta color tinta pelon largo larga
                    corto corta medio chico chica grande promocion spa manos pies mani prueba""");

    /** How people write on a phone; some stand for several words. */
    private static final Map<String, String> SHORTHAND = Map.ofEntries(Map.entry("que", "q k ke qe"),
            Map.entry("porque", "xq xk pq porq pork porqe"),
            Map.entry("por favor", "xfa xfavor xfis porfa porfis porfavor pls plis plz"),
            Map.entry("por", "x"), Map.entry("mañana", "mñn mñna mañ mañn manana mñana manaña mna"),
            Map.entry("quiero", "kiero qiero kero qro"), Map.entry("quisiera", "kisiera qisiera"),
            Map.entry("tambien", "tmb tb tmbn tambn"), Map.entry("para", "pa pra"), Map.entry("de", "d"),
            Map.entry("con", "kon cn"), Map.entry("no se", "nose"),
            Map.entry("mejor", "mjr mejr"),
            Map.entry("no te preocupes", "ntp"), Map.entry("bien", "bn"),
            Map.entry("gracias", "grax grcs gracs grxs thx thanks graxias"),
            Map.entry("hola", "ola holi holis hla holaa hey hello hi"), Map.entry("donde", "dnd dond adonde onde"),
            Map.entry("cuando", "cdo cnd kuando qando"), Map.entry("cuanto", "cto cnto kuanto qnto qanto cuant"),
            Map.entry("estoy", "toy"), Map.entry("estan", "stan"), Map.entry("esta", "ta sta"),
            Map.entry("entonces", "tons tonces ntons"),
            Map.entry("pues", "pos ps pz"), Map.entry("aqui", "aki"), Map.entry("hasta", "asta"), Map.entry("hoy", "oy hoi"),
            Map.entry("cita", "sita zita"), Map.entry("hacer", "aser acer haser"),
            Map.entry("pasado mañana", "pasadomañana pasadomanana"),
            Map.entry("a las", "alas"), Map.entry("a la", "ala"), Map.entry("al rato", "alrato ralrato"),
            Map.entry("de acuerdo", "deacuerdo"),
            Map.entry("ok", "okey okay oki okis okas oka okok oks okidoki"), Map.entry("si", "sip sipi see zi zip ci yes yep"),
            Map.entry("no", "nop nope nopi nel nah"), Map.entry("fin de semana", "finde findesemana"),
            Map.entry("mediodia", "mediodía"),
            Map.entry("siguiente", "sig sgte sgt"), Map.entry("hrs", "hr hs h horas"), Map.entry("lunes", "lun"),
            Map.entry("miercoles", "mie mier mierc"), Map.entry("jueves", "jue juev"), Map.entry("viernes", "vie vier bier"),
            Map.entry("sabado", "sab"), Map.entry("domingo", "dom"), Map.entry("tardes", "tardez trds"),
            Map.entry("dia", "dya"),
            Map.entry("numero", "num nro"), Map.entry("enero", "ene"), Map.entry("febrero", "feb"), Map.entry("abril", "abr"),
            Map.entry("agosto", "ago"), Map.entry("septiembre", "sep sept setiembre"), Map.entry("octubre", "oct"),
            Map.entry("noviembre", "nov"), Map.entry("diciembre", "dic"), Map.entry("a que", "aque"),
            Map.entry("ahorita", "orita horita"),
            Map.entry("ahora", "ahra"), Map.entry("tengo", "tngo"), Map.entry("tienes", "tnes tienez"),
            Map.entry("puedo", "pdo"),
            Map.entry("esta bien", "tabien estabien"), Map.entry("hay", "ai"), Map.entry("bueno", "bno weno"),
            Map.entry("buenas", "wenas bnas bns"), Map.entry("temprano", "tempra tempranito"), Map.entry("y", "i"));

    private static final Map<String, String> SAID = expanded();

    private Vocabulary() {}

    static Optional<String> shorthand(String word) {
        return Optional.ofNullable(SAID.get(word));
    }

    public static boolean known(String word) {
        return COMMON.contains(word) || OF_SALONS.contains(word) || KEY.contains(word) || SAID.containsKey(word)
                || Numerals.words().contains(word);
    }

    public static Set<String> words(String list) {
        return Set.of(Arrays.stream(list.split("\\s+")).distinct().toArray(String[]::new));
    }

    private static Map<String, String> expanded() {
        Map<String, String> said = new HashMap<>();
        SHORTHAND.forEach((meaning, forms) -> words(forms).forEach(form -> said.put(form, meaning)));
        return Map.copyOf(said);
    }
}
