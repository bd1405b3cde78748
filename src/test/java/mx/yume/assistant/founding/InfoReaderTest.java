package mx.yume.assistant.founding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfoReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "Barbería Don Toño, en Tijuana, soy Toño Ruiz | Barbería Don Toño | BARBERSHOP | Toño Ruiz | Tijuana, Baja California",
            "Barbería Don Toño, Tijuana, Toño | Barbería Don Toño | BARBERSHOP | Toño | Tijuana, Baja California",
            "barberia don toño en tijuana, soy toño | Barberia Don Toño | BARBERSHOP | Toño | Tijuana, Baja California",
            "tengo una barbería en Monterrey que se llama El Patrón y soy Luis | El Patrón | BARBERSHOP | Luis | Monterrey, Nuevo León",
            "hola, mi estética se llama Bella Mujer, estamos en Puebla y me llamo Carmen Díaz | Bella Mujer | HAIR_SALON | Carmen Díaz | Puebla",
            "Lupita Nails, Guadalajara, me llamo Lupita | Lupita Nails | NAIL_SALON | Lupita | Guadalajara, Jalisco",
            "El negocio se llama Spa Zen. Estamos en Cancún. Soy Mariana | Spa Zen | SPA | Mariana | Cancún, Quintana Roo",
            "Salón Guadalajara, en León, soy Ana | Salón Guadalajara | HAIR_SALON | Ana | León, Guanajuato",
            "La Güera, salón de belleza, en Mérida, soy Rosa | La Güera | HAIR_SALON | Rosa | Mérida, Yucatán",
            "Karla's Spa en Playa del Carmen soy Karla | Karla's Spa | SPA | Karla | Playa del Carmen, Quintana Roo",
            "se llama Don Pepe, es una barbería, estamos en CDMX, soy Pepe Gómez | Don Pepe | BARBERSHOP | Pepe Gómez | Ciudad de México",
            "soy Jorge y mi barbería se llama Los Compadres, en Ciudad Juárez | Los Compadres | BARBERSHOP | Jorge | Ciudad Juárez, Chihuahua",
            "Uñas Ana, Ana Pérez, Zapopan | Uñas Ana | NAIL_SALON | Ana Pérez | Zapopan, Jalisco"})
    void severalThingsInOneMessage(String said, String name, String type, String owner, String where) {
        var info = InfoReader.read(Particulars.NOTHING, said, true);
        assertThat(info.name()).contains(name);
        assertThat(info.type().orElseThrow().name()).isEqualTo(type);
        assertThat(info.owner()).contains(owner);
        assertThat(info.where().orElseThrow().name()).isEqualTo(where);
    }

    @Test
    void aMessageOfSeveralLinesToo() {
        var info = InfoReader.read(Particulars.NOTHING, "Barbería El Rey\nTijuana\nToño Ruiz", true);
        assertThat(info.name()).contains("Barbería El Rey");
        assertThat(info.owner()).contains("Toño Ruiz");
        assertThat(info.where()).map(Where::zone).contains("America/Tijuana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hola", "quiero registrar mi negocio", "¿cuánto cuesta?", "tengo una barbería", "sí",
            "buenas tardes",
            "necesito información por favor", "¿qué es esto?"})
    void whatIsNoNameIsTakenForNone(String said) {
        var info = InfoReader.read(Particulars.NOTHING, said, true);
        assertThat(info.name()).isEmpty();
        assertThat(info.owner()).isEmpty();
        assertThat(info.where()).isEmpty();
    }

    @Test
    void theTypeAloneIsNoName() {
        var info = InfoReader.read(Particulars.NOTHING, "es una estética unisex en Toluca", true);
        assertThat(info.name()).isEmpty();
        assertThat(info.type()).isPresent();
        assertThat(info.where()).map(Where::zone).contains("America/Mexico_City");
    }

    @Test
    void theFirstThingMissingIsWhatAPieceIs() {
        var named = InfoReader.read(Particulars.NOTHING, "Don Toño", true);
        assertThat(named.name()).contains("Don Toño");
        assertThat(InfoReader.read(named, "Toño Ruiz", true).owner()).contains("Toño Ruiz");
        assertThat(InfoReader.read(Particulars.NOTHING, "Don Toño", false)).isEqualTo(Particulars.NOTHING);
    }

    @Test
    void theStateIsAskedForWhereACityNeedsIt() {
        var unclear = InfoReader.read(Particulars.NOTHING, "Barbería X, Juárez, soy Leo", true);
        assertThat(unclear.where()).isEmpty();
        assertThat(unclear.unclear()).contains("Juárez");
        assertThat(InfoReader.read(unclear, "Chihuahua", true).where())
                .contains(Where.of("Ciudad Juárez, Chihuahua", "America/Ciudad_Juarez"));
        assertThat(InfoReader.read(unclear, "en Nuevo León", true).where())
                .contains(Where.of("Juárez, Nuevo León", "America/Monterrey"));
    }

    @Test
    void aTownThatNobodyKnowsIsOfTheStateTold() {
        var unclear = InfoReader.read(Particulars.NOTHING, "Barbería X, soy Leo, San Juan Macondo", true);
        assertThat(unclear.unclear()).contains("San Juan Macondo");
        assertThat(InfoReader.read(unclear, "Sonora", true).where())
                .contains(Where.of("San Juan Macondo, Sonora", "America/Hermosillo"));
        assertThat(InfoReader.read(unclear, "no sé", true).where()).isEmpty();
    }

    @Test
    void whatIsSaidOutrightCorrectsWhatWasKnown() {
        var before = InfoReader.read(Particulars.NOTHING, "Barbería Don Toño, en Tijuana, soy Toño Ruiz", true);
        assertThat(InfoReader.read(before, "el negocio se llama Barbería El Rey", false).name()).contains("Barbería El Rey");
        assertThat(InfoReader.read(before, "estamos en Mexicali", false).where()).map(Where::name)
                .contains("Mexicali, Baja California");
        assertThat(InfoReader.read(before, "me llamo Antonio Ruiz", false).owner()).contains("Antonio Ruiz");
    }
}
