package mx.yume.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.YumeConfig;

/**
 * How often a link or a code may be asked for: by anybody for one phone, and by one address for anybody. Both hold over all instances,
 * and for each thing that is asked for by itself.
 */
@ApplicationScoped
public class AskingLimits {

    /** What is asked for. */
    public enum Thing {
        SIGN_IN("sign-in"), BOOKING_CODE("booking-code");

        private final String word;

        Thing(String word) {
            this.word = word;
        }
    }

    public static final Duration WITHIN = Duration.ofMinutes(15);
    public static final int MOST_OF_A_PHONE = 3;
    public static final int MOST_OF_AN_ADDRESS = 10;

    private static final String ALGORITHM = "HmacSHA256";
    /** The row keeps no more moments than may be; of many at once each sees what the others did. No row comes back when it is too much. */
    private static final String TAKE = """
            insert into sign_in_limit as taken (organization_id, key, asked, last_asked_at) values ($1, $2, array[$3::timestamptz], $3)
            on conflict (organization_id, key) do update
            set asked = (select coalesce(array_agg(at), '{}') from unnest(taken.asked) at where at > $4) || $3::timestamptz,
                last_asked_at = $3
            where (select count(*) from unnest(taken.asked) at where at > $4) < $5
            returning 1
            """;

    private final SecretKeySpec key;
    private final Clock clock;

    AskingLimits(YumeConfig config, Clock clock) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(config.secret()), ALGORITHM);
        this.clock = clock;
    }

    /**
     * Whether it is not too often yet, and counts it. What is too often for one does not count for the other.
     *
     * @param connection that works for Yume's own organization
     * @param address of whoever asks, in any form that is the same the next time
     */
    public Uni<Boolean> take(SqlConnection connection, Thing thing, PhoneNumber phone, String address) {
        return take(connection, thing.word + " address " + address, MOST_OF_AN_ADDRESS).chain(fine -> fine
                ? take(connection, thing.word + " phone " + phone.e164(), MOST_OF_A_PHONE)
                : Uni.createFrom().item(false));
    }

    private Uni<Boolean> take(SqlConnection connection, String of, int most) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return connection.preparedQuery(TAKE)
                .execute(Tuple.of(OrganizationId.YUME.value(), hash(of), now, now.minus(WITHIN), most))
                .map(rows -> rows.size() > 0);
    }

    private byte[] hash(String of) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", impossible);
        }
    }
}
