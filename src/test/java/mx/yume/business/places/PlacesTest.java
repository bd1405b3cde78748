package mx.yume.business.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.platform.PhoneNumber;

class PlacesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Tijuana | Tijuana, Baja California | America/Tijuana",
            "en tj | Tijuana, Baja California | America/Tijuana",
            "Mérida Yucatán | Mérida, Yucatán | America/Merida",
            "merida, yuc. | Mérida, Yucatán | America/Merida",
            "CDMX | Ciudad de México | America/Mexico_City",
            "la colonia Roma, ciudad de méxico | Ciudad de México | America/Mexico_City",
            "cd juarez chih | Ciudad Juárez, Chihuahua | America/Ciudad_Juarez",
            "Juárez, Nuevo León | Juárez, Nuevo León | America/Monterrey",
            "Chihuahua | Chihuahua | America/Chihuahua",
            "Ojinaga | Ojinaga, Chihuahua | America/Ojinaga",
            "Cancún | Cancún, Quintana Roo | America/Cancun",
            "Chetumal Q. Roo | Chetumal, Quintana Roo | America/Cancun",
            "Hermosillo, Sonora | Hermosillo, Sonora | America/Hermosillo",
            "San Luis Río Colorado | San Luis Río Colorado, Sonora | America/Hermosillo",
            "San Luis Potosi | San Luis Potosí | America/Mexico_City",
            "Nuevo Laredo | Nuevo Laredo, Tamaulipas | America/Matamoros",
            "Tampico | Tampico, Tamaulipas | America/Monterrey",
            "Matamoros Coahuila | Matamoros, Coahuila | America/Monterrey",
            "Matamoros, Tamaulipas | Matamoros, Tamaulipas | America/Matamoros",
            "Guerrero | Guerrero | America/Mexico_City",
            "Guerrero, Tamaulipas | Guerrero, Tamaulipas | America/Matamoros",
            "La Paz | La Paz, Baja California Sur | America/Mazatlan",
            "Bucerías, Nayarit | Bucerías, Nayarit | America/Bahia_Banderas",
            "Tepic | Tepic, Nayarit | America/Mazatlan",
            "Piedras Negras | Piedras Negras, Coahuila | America/Matamoros",
            "un pueblo de Oaxaca | Oaxaca | America/Mexico_City",
            "Edo. Mex. | Estado de México | America/Mexico_City"})
    void aPlaceIsFoundAsPeopleWriteIt(String said, String name, String zone) {
        var found = Places.find(said);
        assertThat(found).extracting(Place::name).containsExactly(name);
        assertThat(found.getFirst().zone()).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Matamoros", "juarez", "Guadalupe", "Allende"})
    void theStateIsAskedWhereTheClocksDiffer(String said) {
        assertThat(Places.find(said)).hasSizeGreaterThan(1);
    }

    @Test
    void theStateIsNotAskedWhereItChangesNothing() {
        assertThat(Places.find("Tonalá"))
                .containsExactly(new Place(Optional.of("Tonalá"), Optional.empty(), ZoneId.of("America/Mexico_City")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no sé", "Macondo", "México", "😀", "en mi casa"})
    void whatNobodyKnowsIsNoPlace(String said) {
        assertThat(Places.find(said)).isEmpty();
    }

    @Test
    void aNameWithMoreAroundItIsNotThePlaceExactly() {
        assertThat(Places.exactly("tijuana bc")).extracting(Place::name).containsExactly("Tijuana, Baja California");
        assertThat(Places.exactly("jal.")).extracting(Place::name).containsExactly("Jalisco");
        assertThat(Places.exactly("Barbería Guadalajara")).isEmpty();
        assertThat(Places.exactly("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+525512345678,America/Mexico_City,55", "+526641234567,America/Tijuana,664",
            "+526531234567,America/Hermosillo,653", "+526561234567,America/Ciudad_Juarez,656",
            "+526261234567,America/Ojinaga,626", "+526141234567,America/Chihuahua,614", "+529981234567,America/Cancun,998",
            "+529991234567,America/Merida,999", "+528991234567,America/Matamoros,899", "+528112345678,America/Monterrey,81",
            "+526121234567,America/Mazatlan,612", "+523221234567,America/Mexico_City,322",
            "+523291234567,America/Bahia_Banderas,329", "+522221234567,America/Mexico_City,222"})
    void theAreaCodeTellsTheClock(String phone, String zone, String code) {
        assertThat(AreaCodes.zone(new PhoneNumber(phone))).contains(ZoneId.of(zone));
        assertThat(AreaCodes.code(new PhoneNumber(phone))).contains(code);
    }

    @Test
    void aForeignPhoneTellsNothing() {
        assertThat(AreaCodes.zone(new PhoneNumber("+13105551234"))).isEmpty();
        assertThat(AreaCodes.code(new PhoneNumber("+13105551234"))).isEmpty();
    }

    @Test
    void everyCityIsOfOneStateOnce() {
        var twice = Gazetteer.CITIES.lines().filter(line -> {
            var cities = List.of(line.split(":", 2)[1].split("[,=@]"));
            return cities.stream().map(String::strip).distinct().count() != cities.stream().map(String::strip).count()
                    && !line.contains("@");
        }).toList();
        assertThat(twice).isEmpty();
    }
}
