package mx.yume.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.business.Business;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.SalonLupita;

class GuideTest {

    private static final Business SALON = SalonLupita.business();
    private static final Optional<PhoneNumber> NUMBER = Optional.of(new PhoneNumber("+525500000002"));

    @Test
    void whereNothingIsMissingItIsFinished() {
        assertThat(Guide.view(SALON, NUMBER, 0, true).finished()).isTrue();
        assertThat(Guide.view(SALON, NUMBER, 0, false).finished()).isFalse();
    }

    @Test
    void eachThingThatIsMissingIsAStepOfItsOwn() {
        var nothing = new Business(SALON.id(), "Nuevo", "nuevo", SALON.locations(), List.of(), List.of(), List.of());
        var guide = Guide.view(nothing, Optional.empty(), 2, false);
        assertThat(guide.progress()).isEqualTo("0 de 5 pasos listos");
        assertThat(guide.steps()).extracting(GuideView.Step::text).containsExactly("Sin servicios nadie puede agendar.",
                "Falta el horario de quienes atienden.",
                "Falta que 2 personas de tu equipo le escriban a Yume para empezar.",
                "Todavía no tienes un número al que te escriban.",
                "Comparte tu página con tus clientes para que agenden.");
    }

    @Test
    void servicesThatNobodyGivesAreNotReady() {
        var idle = new Business(SALON.id(), "Nuevo", "nuevo", SALON.locations(), SALON.services(), List.of(), List.of());
        assertThat(Guide.view(idle, NUMBER, 0, false).steps().getFirst())
                .satisfies(step -> assertThat(step.done()).isFalse())
                .satisfies(step -> assertThat(step.path()).isEqualTo("/tablero/equipo"));
    }
}
