package mx.yume.assistant.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a customer wants, by telling words. Several may be said at once ("hola, quiero cancelar"): the first of the table that
 * is there counts, so the rarer and graver ones come first and courtesies last.
 */
final class Intents {
    private static final Pattern REFUSED = Sentence.pattern(
            "no (?:(?:quiero|voy a|quisiera|pienso|me|la|lo|te|vayas a) ?){0,4}(?:cancel|cambi|mov|reagend|agend|reserv)[a-z]*");
    /** Somebody who is late or on the way comes all the same. */
    private static final Pattern COMING = Sentence.pattern(
            "(?:llego|llegare|llegamos|llegar|voy|vamos|llegando) (?:(?:como|unos|un|algo|poco|poquito|min|mins|minutos|minutitos|\\d+|,) ){0,5}(?:tarde|retrasad[oa])"
                    + "|(?:ya )?(?:voy|vamos) (?:en camino|para alla|llegando)|ya (?:casi )?llego");
    private static final String APPOINTMENT = "(?:mi|mis|la|una|esa|esta|de) (?:citas?|hora|horario|reserva|reservacion|turno)";

    /** Said to somebody: "estoy bien pendeja" is not, nor is "pinche calor". An errand beside it counts before it. */
    private static final String INSULT = "no sirves(?: para nada)?|no sirven (?:para|de) nada|chinga(?:s|te|ten)? (?:a )?(?:tu|su)(?: madre)?|(?:vete|vayanse|vayan)(?: mucho)? a la (?:verga|chingada|mierda)"
            + "|puta madre|hij[oa]s? de (?:(?:tu|su|la) )?(?:puta|perra|chingada)|(?<!estoy )(?<!soy )(?<!bien )(?<!muy )(?:put[oa]s?|pendej[oa]s?|culer[oa]s?|idiotas?|estupid[oa]s?|imbecil(?:es)?|inutil(?:es)?(?! de )|tarad[oa]s?|mierda)"
            + "|porqueria de (?:servicio|bot|robot|app|lugar)|pinches? (?:bot|robot|maquina|app|salon|servicio|gente|estetica|lugar|negocio|viej[oa]s?)|valen? (?:verga|madres?)|jodete";

    private static final List<Telling> TABLE = List.of(
            new Telling(Intent.HUMAN,
                    "(?:hablar|comunicar|comunicarme|contactar|platicar|chatear) con(?! quien)|(?<!eres )(?<!eres un )humano|quejas?|quejarme|reclamo|reclamar|ree?mbols[a-z]*|(?:regres|devuelv|devolv)[a-z]* (?:mi|el) (?:dinero|anticipo|lana)"
                            + "|pesim[oa]s?|mal servicio|estafa|profeco|me (?:quemaron|maltrataron|arruinaron|lastimaron)|asesora?|agente"
                            + "|persona (?:real|de verdad)|(?:con|quiero|necesito|pasame|comuniquenme con) (?:a )?(?:una|alguna) persona"
                            + "|(?:me )?(?:pueden|puedes|podrian|podrias) (?:llamar|marcar)(?:me)?|(?:llamame|llamenme|marcame|marquenme)"
                            + "|que me (?:llamen|marquen|atienda una persona|atienda alguien)"),
            new Telling(Intent.WAITLIST,
                    "lista de espera|avis[a-z]+ (?:si|cuando|en cuanto|por si) (?:se|alguien|hay|queda|tienen|tienes|sale|cancelan|cancela)"
                            + "|(?:si|cuando|en cuanto|por si) (?:se|alguien|alguna?|llega a haber)(?: (?:les?|te))? (?:liber|desocup|cancel|cae|abr)[a-z]*|cualquier cancelacion"),
            new Telling(Intent.ABOUT_YOU,
                    "como te llamas|(?:cual es )?tu nombre(?= (?:[,?] )*$)|quien eres|con quien (?:hablo|platico|estoy hablando|tengo el gusto)|quien (?:me atiende|habla)(?= (?:[,?] )*$)"
                            + "|(?:eres|sos|es|esto es|hablo con|estoy hablando con) (?:una? )?(?:persona|robot|bot|chatbot|maquina|humano|ia|inteligencia artificial|real)(?= (?:[,?o]|real|de verdad) | $)"),
            new Telling(Intent.CANCEL_ALL,
                    "(?:cancel(?!ada|ado|aste|aron|acion)|borr|quit|elimin|anul)[a-z]* (?:por favor )?(?:todo(?= (?:[,?]|por favor|lo que) | $)|tod[ao]s(?: (?:mis|las) citas)?|ambas|(?:mis|las) (?:\\d )?citas)"),
            new Telling(Intent.CANCEL,
                    "(?:dar|doy|darme|den) de baja (?:la|mi|una) cita|cancel(?!ada|ado|aste|aron|acion)[a-z]*|anular?|anula[a-z]*|ya no (?:voy|podre|puedo|voy a poder|alcanzo a) "
                            + "?(?:a )?(?:poder )?(?:ir|asistir|llegar)|(?:no|ya no) (?:voy a poder|puedo|podre|podria|alcanzo a|alcanzare a) "
                            + "(?:ir|asistir|llegar|presentarme)|(?:quita|quitar|borra|borrar|elimina|eliminar|quitame|borrame|tumba)(?:me|la|lo)? "
                            + APPOINTMENT
                            + "|ya no (?:quiero|necesito|ocupo) (?:la|mi|ir a la) cita|ya no (?:ire|asistire|voy)"),
            new Telling(Intent.MOVE,
                    "reagend[a-z]*|reprogram[a-z]*|(?:cambi|mov|muev|recorr|adelant(?!e )|atras|aplaz|pospon|pospong)"
                            + "(?:ar|er|o|e|a|es|as|an|en|amos|emos)(?:me|la|lo|mela|melo)? (?:[a-z]+ ){0,3}(?:citas?|hora|horario|dia|fecha|reservacion|turno)"
                            + "|(?:cambiar|mover|moverla|moverlo|cambiarla|cambiarlo|recorrerla|pasarla|muevela|cambiala|moverme|cambiarme|posponer"
                            + "|posponerla|adelantarla|atrasarla)|pas(?:ar|as|a|ame|amos|en) (?:la|mi|esa|esta) cita|pasar(?:la|lo|me|mela)? (?:a|al|para)|otras? horas?|otros? (?:dias?|horarios?)|otras? fechas?"
                            + "|(?:muev|mov|cambi|pas|recorr)(?:e|a|er|ar|eme|ame|en|an) (?:la|lo|el) (?:del?|de las?) \\d+"
                            + "|(?:pas|cambi|muev|recorr|adelant|atras)[ae](?:me)?l[ao] (?:a|para) las? \\d+"
                            + "|(?:pas|cambi|muev|recorr|adelant|atras)[ae](?:me)?l[ao] (?:al|para el|para) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|mañana|pasado|dia|\\d+)"
                            + "|se me (?:complico|hizo tarde|atraveso)|puedo (?:ir |llegar )?mas (?:tarde|temprano)"),
            new Telling(Intent.MY_APPOINTMENTS,
                    "mis (?:citas|reservas|reservaciones)|(?:a que hora|a que horas|que dia|para cuando|cuando) (?:era|es|fue|(?:me )?la (?:tengo|tenia|quedo|agende|agendaste)|quedo|quede)(?= (?:,|\\?|siempre|por favor|perdon) | $)|(?:cuando|que dia|a que hora|para cuando|a que horas) "
                            + "(?:(?:es|era|tengo|quedo|seria|tenia|esta|fue|tenemos|quedamos) (?:(?:la|mi|una|nuestra|de|tu|agendada) ){0,2}citas?|me toca(?:ba)?|quede|quedo|quedamos|tengo que (?:ir|llegar|estar))"
                            + "|(?:ver|checar|consultar|revisar|saber|recordar|recuerdame|recuerdas|confirmar|dime|recordarme|recordarme de) (?:de |sobre )?(?:la|mi) cita"
                            + "|(?:que|cuales) citas|(?:ya )?tengo (?:una |alguna |, )?citas?|cuando me toca"),
            new Telling(Intent.USUAL,
                    "(?:lo|el|la) (?:mism[oa] )?de siempre|lo mism[oa] (?:de|que) (?:(?:la|el) )?(?:otra vez|vez pasad[oa]|ultima vez|vez anterior|otra|pasad[oa]|otro dia|antes|siempre)"
                            + "|(?:lo|la|el) de la (?:ultima|otra|vez) (?:vez|pasad[oa]|anterior)|igual que (?:siempre|la (?:vez pasad[oa]|ultima vez|otra vez))|como siempre(?= (?:[,?] )*(?:por favor )?$)|lo (?:usual|acostumbrado)"),
            new Telling(Intent.BOOK,
                    "que opciones (?:tienes|hay|tienen)|(?:tienes|tienen|hay|tendras|habra) algo(?: libre| disponible)?|(?:que )?(?:horarios?|hrs|horas|dias|espacios?|lugares|citas) "
                            + "(?:disponibles?|libres?|tienes|tienen|hay|tendras|tendrias|te quedan|manejas)(?: disponibles?| libres?)?"
                            + "|(?:a que|que) (?:hora|hrs|dia|dias) (?:tienes|tienen|hay|tendras|puedes|podrias|me puedes|tendrias)"),
            new Telling(Intent.HOURS,
                    "(?<!ese )(?<!este )(?<!otro )(?<!mismo )horarios?|(?:a que hora|hasta que hora|desde que hora|que dias|a que horas|cuando|hasta que horas) "
                            + "(?:se )?(?:abren|abre|cierran|cierra|trabajan|atienden|estan|abriran|cerraran|estaran)"
                            + "|(?:hay|tienen|dan) servicio (?:hoy|mañana|el|los|este|en la)|abren|cierran|(?:trabajan|atienden) (?:hoy|mañana|el|los|en|todos|entre|hasta|\\?)"
                            + "|(?:estan|esta|ya|siguen|sigue) (?:abierto|abiertos|abrieron|cerraron|cerrado|cerrados)|ya abrieron|ya cerraron"),
            new Telling(Intent.ADDRESS,
                    "(?:en )?donde (?:estan|esta|quedan?|se (?:ubican|encuentran|localizan?)|es|los encuentro|mero)"
                            + "|ubicacion|ubicados?|ubicad[oa]|direccion|domicilio|(?:como|por donde) (?:llego|llegar|le hago para llegar)|mapa|su local|sucursal(?:es)?"
                            + "|por donde (?:estan|quedan)|en que (?:calle|colonia|parte)"),
            new Telling(Intent.SERVICES,
                    "(?:que|cuales) (?:servicios|hacen|ofrecen|manejan|tratamientos|cortes|son)|servicios|menu|catalogo"
                            + "|(?:en |a )?(?:cuanto|cuantos) (?:me |te |se |les )?(?:cuestan?|valen?|salen?|salir|saldria|cobran?|cobras|es|seria|son|esta|estan|tardan?|duran?|anda)"
                            + "|precios?|costos?|tarifas?|a como|que (?:precio|costo)|promocion(?:es)?|cuanto por|info|informacion|informes"),
            new Telling(Intent.BOOK,
                    "(?:agend|reserv|apart|program)(?!ada|ado)[a-z]*|(?:quiero|quisiera|necesito|ocupo|busco|me gustaria|deseo|sacar|hacer|pedir|solicitar"
                            + "|me das|me da|me podrias dar|me puedes dar|dame|regalame|haceme|hazme|tener|tomar|puedo|para|por|nueva|otra|una) "
                            + "(?:(?:hacer|sacar|agendar|pedir|tener|una|tu|otra|un|alguna|,) ?){0,4}(?:citas?|turno|espacio|lugar|reservacion)"
                            + "|(?:tienes?|tienen|hay|habra|tendras|tendran|tendra|tendrias|habria|queda|quedan|te queda) (?:algun |alguna |un |una |algo de |mas )?"
                            + "(?:lugar|lugares|espacio|espacios|cita|citas|disponible|disponibilidad|campo|chance|hueco)|disponibilidad|disponible"
                            + "|(?:me )?(?:anotas|anotame|apuntas|apuntame)|me (?:puedes?|podrias?|pueden|podrian) (?:atender|dar|anotar|apuntar)"),
            new Telling(Intent.INSULT, INSULT),
            new Telling(Intent.BACK, "regresa[a-z]*|atras|volver|vuelve|anterior|me equivoque|corregir|corrige"),
            new Telling(Intent.DROP,
                    "olvidal[ao]s?|(?<!me )olvida|dejal[oa](?: asi)?(?! (?:a|para|en|el|con|hoy|mañana))|dejemoslo|nada(?: ,)? gracias|ya no(?: gracias| quiero(?: nada)?)?(?! [^ ,?])"
                            + "|no quiero nada|(?:luego|despues|al rato|ahorita) (?:te|les|le) (?:digo|aviso|escribo|marco|confirmo|llamo)|(?:mejor )?(?:luego|despues) vemos"
                            + "|(?:mañana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|mas tarde) (?:ya )?(?:te|les|le) (?:digo|aviso|escribo|marco|confirmo|llamo|hablo)"
                            + "|mejor (?:luego|despues)|ya nada|ahi (?:lo dejamos|nos vemos)|no importa ya"),
            new Telling(Intent.HELP,
                    "ayuda[a-z]*|help|no (?:le )?entiendo|no (?:te )?entendi|que (?:puedes|sabes) hacer|como funciona[a-z]*|(?<!que )opciones(?! (?:tienes|hay|tienen))|que hago|como le hago|instrucciones"),
            new Telling(Intent.MY_APPOINTMENTS, "(?<!confirmo )(?<!confirmar )mis? citas?"),
            new Telling(Intent.BOOK, "(?<!mi )(?<!mis )citas?"),
            new Telling(Intent.THANKS,
                    "gracias|adios|bye|nos vemos(?= (?:[,?]|luego|pronto) | $)|hasta (?:luego|pronto)|agradezco|agradecid[oa]"),
            new Telling(Intent.GREETING,
                    "hola|buenas(?: (?:tardes|noches))?|buenos dias|buen dia|que tal|que onda|saludos|oye|quiubo|hey"));
    private static final Pattern BACK_TO_CHOOSING = Sentence.pattern(
            "(?:mejor|prefiero|pero|no ,?) (?:a |en |para )?otr[oa]s? (?:horas?|horarios?|dias?|fechas?|cosa|servicio)|otr[oa]s? (?:horas?|horarios?|dias?|fechas?) mejor"
                    + "|(?:mas|otras) opciones|mas (?:horarios|horas)|ver mas|ningun[oa] (?:me (?:queda|sirve|acomoda|gusta)|de (?:es[ao]s|est[ao]s|l[ao]s))"
                    + "|(?:mejor|prefiero|pero|no ,?|algo|un poco|tantito) mas (?:tarde|temprano)(?! (?:de|posible))");
    private static final Pattern ALONE = Pattern.compile("[ ,]*(?:por favor )?(\\w+)[ ,]*");
    private static final Pattern BACK_ALONE = Pattern.compile("[ ,]*(?:mas (?:tarde|temprano)|ningun[oa])[ ,?]*");
    private static final Pattern DROP_ALONE = Pattern
            .compile("[ ,]*(?:nada|ya no|mejor nada|luego|salir|no , ya no|nada , gracias)[ ,]*");
    private static final Pattern NO_THANKS = Sentence.pattern("no ,? ?(?:muchas )?gracias");

    private static final Pattern WISH = Sentence.pattern(
            "quiero|quisiera|quisieramos|queremos|necesito|ocupo|me gustaria|deseo|busco|me urge|puedes|podrias|pueden|podrian|me haces|me hace|me interesan?");

    private Intents() {}

    private record Telling(Intent intent, Pattern words) {
        Telling(Intent intent, String words) {
            this(intent, Sentence.pattern(words));
        }
    }

    static Optional<Intent> read(Sentence sentence) {
        Optional<Intent> subscription = subscription(sentence);
        if (subscription.isPresent()) {
            return subscription;
        }
        if (DROP_ALONE.matcher(sentence.words()).matches()) {
            return Optional.of(Intent.DROP);
        }
        if (BACK_ALONE.matcher(sentence.words()).matches()) {
            return Optional.of(Intent.BACK);
        }
        Sentence wanted = sentence.without(REFUSED).without(NO_THANKS);
        if (wanted.has(BACK_TO_CHOOSING)) {
            return Optional.of(Intent.BACK);
        }
        return TABLE.stream().filter(telling -> wanted.has(telling.words())).map(Telling::intent).findFirst()
                .filter(intent -> intent != Intent.MOVE || !wanted.has(COMING));
    }

    /** "no quiero cancelar" */
    static boolean refused(Sentence sentence) {
        return sentence.has(REFUSED);
    }

    /** "quiero un corte" asks to book although no word of it says so. */
    static Optional<Intent> wishing(Sentence sentence, Optional<Intent> told) {
        boolean only = told.isEmpty() || told.get() == Intent.GREETING || told.get() == Intent.THANKS;
        return only && sentence.has(WISH) ? Optional.of(Intent.BOOK) : told;
    }

    /** STOP, BAJA and ALTA count only when they are the whole message: "me doy de baja el viernes" is about something else. */
    private static Optional<Intent> subscription(Sentence sentence) {
        var alone = ALONE.matcher(sentence.words());
        if (!alone.matches()) {
            return Optional.empty();
        }
        return switch (alone.group(1)) {
            case "stop", "baja" -> Optional.of(Intent.OPT_OUT);
            case "alta" -> Optional.of(Intent.OPT_IN);
            default -> Optional.empty();
        };
    }
}
