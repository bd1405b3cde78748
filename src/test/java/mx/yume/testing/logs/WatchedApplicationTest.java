package mx.yume.testing.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The container sets logging up anew and loads classes by itself: the watch still stands. */
@QuarkusTest
class WatchedApplicationTest {

    @Test
    void whatTheApplicationUnderTestLogsIsWatched() {
        Logger.getLogger("mx.yume.whatsapp").warnf("Nobody answers at %s", "+525511112222");
        assertThat(LogWatch.found()).singleElement().asString().startsWith("a full phone");
    }
}
