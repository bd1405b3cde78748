package mx.yume.web.settings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import mx.yume.web.stats.Csv;

/** Tables in a ZIP file that is handed out while it is written: no more of it than one page is ever held. */
final class Archive {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(written);

    /** From here on lines are of this table. */
    Archive table(String name, List<String> head) {
        try {
            zip.putNextEntry(new ZipEntry(name + ".csv"));
            zip.write(Csv.mark());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line(head);
    }

    Archive line(List<String> cells) {
        try {
            zip.write(Csv.line(cells));
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Archive end() {
        try {
            zip.close();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was written since this was asked last. */
    byte[] taken() {
        var bytes = written.toByteArray();
        written.reset();
        return bytes;
    }
}
