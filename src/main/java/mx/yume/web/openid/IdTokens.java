package mx.yume.web.openid;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

import mx.yume.platform.PhoneNumber;

/** Whether an ID token is what it says (OpenID Connect Core 1.0, 3.1.3.7), and what it says then. */
final class IdTokens {

    private static final int SKEW_SECONDS = 60;
    private static final AlgorithmConstraints SIGNED = new AlgorithmConstraints(ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private IdTokens() {}

    /**
     * Empty for one that is forged, somebody else's, of another try or too old.
     *
     * @param keys of the issuer, as it publishes them
     */
    static Optional<Claimed> read(String token, String keys, String issuer, String client, String nonce, Instant now) {
        try {
            var claims = new JwtConsumerBuilder().setJwsAlgorithmConstraints(SIGNED)
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                    .setExpectedIssuer(issuer).setExpectedAudience(client).setRequireSubject().setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond())).build().processToClaims(token);
            return madeForUs(claims, client, nonce) ? Optional.of(claimed(claims)) : Optional.empty();
        } catch (InvalidJwtException | JoseException unacceptable) {
            return Optional.empty();
        }
    }

    private static boolean madeForUs(JwtClaims claims, String client, String nonce) {
        return text(claims, "nonce").filter(it -> Attempt.same(nonce, it)).isPresent()
                && text(claims, "azp").map(client::equals).orElse(true);
    }

    private static Claimed claimed(JwtClaims claims) {
        return new Claimed(
                text(claims, "email").filter(it -> verified(claims, "email_verified")).map(it -> it.toLowerCase(Locale.ROOT)),
                text(claims, "phone_number").filter(it -> verified(claims, "phone_number_verified"))
                        .flatMap(PhoneNumber::parse));
    }

    private static Optional<String> text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Some providers write it as text. */
    private static boolean verified(JwtClaims claims, String name) {
        return "true".equals(String.valueOf(claims.getClaimValue(name)));
    }
}
