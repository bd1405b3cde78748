package mx.yume.web.publicsite;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as PNG: WhatsApp takes no SVG, and AWT, which would write it, makes a native image large. One bit a pixel needs no more of
 * the format (PNG, third edition) than three chunks.
 */
final class QrPicture {

    /** Pixels a module: some 600 across, enough for a printed page. */
    private static final int SCALE = 16;
    /** Modules of white around it (ISO/IEC 18004). */
    private static final int QUIET_ZONE = 4;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int ONE_BIT = 1;
    private static final int GRAYSCALE = 0;

    private QrPicture() {}

    static byte[] of(String text) {
        var code = QrCode.encodeText(text, Ecc.MEDIUM);
        int size = (code.size + 2 * QUIET_ZONE) * SCALE;
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header(size));
        chunk(png, "IDAT", deflated(pixels(code, size)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] header(int size) {
        return written(out -> {
            out.writeInt(size);
            out.writeInt(size);
            out.write(new byte[]{ONE_BIT, GRAYSCALE, 0, 0, 0});
        });
    }

    /** Rows of bits, white set, each after the number of its filter: none. */
    private static byte[] pixels(QrCode code, int size) {
        int row = 1 + (size + 7) / 8;
        var bytes = new byte[row * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (!code.getModule(x / SCALE - QUIET_ZONE, y / SCALE - QUIET_ZONE)) {
                    bytes[y * row + 1 + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(compressed)) {
            deflater.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var named = new ByteArrayOutputStream();
        named.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        named.writeBytes(data);
        var checksum = new CRC32();
        checksum.update(named.toByteArray());
        png.writeBytes(written(out -> {
            out.writeInt(data.length);
            named.writeTo(out);
            out.writeInt((int) checksum.getValue());
        }));
    }

    private interface Writing {

        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
