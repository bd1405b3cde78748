package mx.yume.assistant.language.business;

import java.util.Set;

import mx.yume.assistant.language.Concept;
import mx.yume.assistant.language.Vocabulary;

/** The part that words play where services are written down. */
final class MenuWords {
    static final Set<String> AND = Set.of("y", "e", "+", "&", "tambien", "ademas");
    static final Set<String> PAUSE = Set.of(",", "/", "|", "•", "·", "–", "—");
    /** Only inside a name: "corte de cabello". */
    static final Set<String> LINK = Vocabulary.words("de del al a la el los las un una con para en por lo");
    static final Set<String> PRICED = Vocabulary
            .words("cuesta cuestan vale valen sale salen cobro cobramos cobra cobran precio precios costo a en es son queda quedaria");
    static final Set<String> LASTING = Vocabulary.words("dura duran tarda tardan tardo tardamos duracion tiempo lleva");
    static final Set<String> REMOVE = Vocabulary.words(
            "quita quitar quitale quiten quitame borra borrar borrale borrame elimina eliminar eliminame saca sacar quitemos borremos");
    static final Set<String> REMOVED_BEFORE = Vocabulary
            .words("quitala quitalo quitalas quitalos borrala borralo borralas borralos eliminala eliminalo sacala sacalo");
    static final Set<String> DOING = Vocabulary
            .words("hago hacemos ofrezco ofrecemos manejo manejamos doy damos vendo vendemos tengo tenemos trabajo");
    static final Set<String> ADD = Vocabulary.words(
            "agrega agregar agregale agregame agregas añade añadir añadele incluye incluir falto falta faltaron anota anade anadir suma pon ponle poner ponme");
    static final Set<String> CHANGE = Vocabulary.words(
            "cambia cambiar cambiale corrige corregir modifica modificar sube subir subele subelo baja bajar bajale bajalo actualiza es son cuesta cuestan vale valen sale salen dura duran tarda");
    /** With an amount after it this is a difference, not a price: "súbele 20 al corte". */
    static final Set<String> BY = Vocabulary.words("sube subele subelo baja bajale bajalo aumenta aumentale descuenta");
    /** Without an amount nothing is said: "cambia barba por afeitado". */
    static final Set<String> AMENDS = Vocabulary.words("cambia cambiar cambiale corrige corregir modifica modificar actualiza");
    static final Set<String> FROM = Set.of("desde", "minimo");
    private static final Set<String> NOISE = Vocabulary.words(
            """
                    mi mis nuestros nuestras servicio servicios menu hago hacemos ofrezco ofrecemos tengo tenemos manejo manejamos doy
                    damos vendemos trabajo trabajamos solo solamente nada mas nomas unicamente seria serian mejor ahora ya o menos aprox
                    aproximadamente como cada uno total favor porfa si ok hola buenas buenos tardes dias noches pues bueno gracias me
                    nos te le les se lo que cual cuanto ese esa esos esas este esta eso asi tambien ademas entonces oye perdon no precio
                    precios costo duracion tiempo pesos persona igual todo todos todas tiene tienen quedo queda van va siguientes por
                    partir bien mal menos esta estan quiero quisiera puedes podrias necesito otro otra primero luego despues""");

    private MenuWords() {}

    static boolean noise(String word) {
        return NOISE.contains(word) || PRICED.contains(word) || LASTING.contains(word) || REMOVE.contains(word)
                || REMOVED_BEFORE.contains(word) || ADD.contains(word) || CHANGE.contains(word) || BY.contains(word)
                || FROM.contains(word);
    }

    static boolean ofSalons(String word) {
        return Concept.of(word).isPresent() || Vocabulary.OF_SALONS.contains(word);
    }

    /** A word that names no service, unless it stands beside one that does. */
    static boolean everyday(String word) {
        return !ofSalons(word) && (Vocabulary.known(word) || noise(word));
    }
}
