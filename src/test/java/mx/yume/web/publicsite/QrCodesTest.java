package mx.yume.web.publicsite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.World;

@QuarkusTest
class QrCodesTest {

    @Inject
    World world;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void theCodeOfABusinessIsAPicture() {
        var png = given().get("/s/salon-lupita/qr.png").then().statusCode(200).contentType("image/png").extract().asByteArray();
        assertThat(png).isEqualTo(QrPicture.of("https://wa.me/525500000002"));
    }

    @Test
    void whoHasNoneHasNone() {
        given().get("/s/nadie/qr.png").then().statusCode(404);
        world.execute("update organization set status = 'suspended' where slug = 'salon-lupita'");
        given().get("/s/salon-lupita/qr.png").then().statusCode(404);
    }
}
