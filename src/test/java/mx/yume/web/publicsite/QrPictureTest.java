package mx.yume.web.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

class QrPictureTest {

    private static final String LINK = "https://wa.me/525500000002";

    /** Read by somebody else's decoder. */
    @Test
    void everyPixelIsThatOfTheCodeInsideAWhiteFrame() throws IOException {
        var png = QrPicture.of(LINK);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var code = QrCode.encodeText(LINK, Ecc.MEDIUM);
        int scale = image.getWidth() / (code.size + 8);
        assertThat(image.getHeight()).isEqualTo(image.getWidth()).isGreaterThan(400);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean dark = (image.getRGB(x, y) & 0xFF) == 0;
                assertThat(dark).isEqualTo(code.getModule(x / scale - 4, y / scale - 4));
            }
        }
        assertThat(png).hasSizeLessThan(20_000);
    }
}
