package mx.yume.web.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void aFileIsUtf8WithItsMarkAndLinesThatEndAsTheStandardSays() {
        assertThat(new String(Csv.file(List.of(List.of("Día", "Citas"), List.of("2027-01-13", "4"))), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFDía,Citas\r\n2027-01-13,4\r\n");
    }

    @Test
    void commasQuotesAndLineEndsStayInTheirCell() {
        assertThat(Csv.cell("Corte, \"barba\"\r\ny más")).isEqualTo("\"Corte, \"\"barba\"\"\r\ny más\"");
    }

    @Test
    void nothingIsTakenForAFormula() {
        assertThat(List.of("=1+1", "+52", "-3", "@sum", "\t=x").stream().map(Csv::cell))
                .allMatch(cell -> cell.startsWith("\"'"));
        assertThat(Csv.cell("Tinte = color")).isEqualTo("Tinte = color");
    }
}
