package mx.yume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;

import org.junit.jupiter.api.Test;

import mx.yume.platform.JobHandler;
import mx.yume.platform.Sweep;
import mx.yume.testing.PlainYume;

class JobsDocumentTest {

    @Test
    void everySweepAndEveryKindOfJobIsOnThePage() throws IOException {
        assertThat(JobsDocument.listed(Files.readString(JobsDocument.FILE)))
                .as("between the marks of %s there should be, as JobsDocument.main writes it:%n%s", JobsDocument.FILE,
                        JobsDocument.lists())
                .isEqualTo(JobsDocument.lists());
    }

    /** Or their metrics would be one another's. */
    @Test
    void noTwoSweepsHaveOneNameAndNoKindIsHandledTwice() {
        var names = new HashSet<String>();
        assertThat(PlainYume.shared().all(Sweep.class)).isNotEmpty()
                .allSatisfy(sweep -> assertThat(names.add(sweep.name())).as(sweep.name()).isTrue())
                .allSatisfy(sweep -> assertThat(sweep.name()).matches("[a-z]+(-[a-z]+)*"));
        var kinds = new HashSet<String>();
        PlainYume.shared().all(JobHandler.class).forEach(handler -> handler.kinds()
                .forEach(kind -> assertThat(kinds.add(kind)).as(kind).isTrue()));
    }
}
