package mx.yume.whatsapp.twilio.numbers;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What numbers Yume buys of Twilio. Without an address and a bundle in a country that asks for them, none: a person sees to it. */
@ConfigMapping(prefix = "yume.twilio")
public interface NumbersConfig {

    /** The Address resource (AD…) that Mexico asks for. */
    Optional<String> addressSid();

    /** The approved regulatory bundle (BU…) that Mexico asks for. */
    Optional<String> bundleSid();

    /** ISO 3166-1. */
    @WithDefault("MX")
    String numberCountry();

    /** Local, Mobile or TollFree, as Twilio writes it; WhatsApp's code must reach it by SMS. */
    @WithDefault("Local")
    String numberType();

    /** The WhatsApp Business Account that numbers are registered in; empty where Twilio knows it from the account's first sender. */
    Optional<String> wabaId();

    /** How long Twilio may take for one answer. */
    @WithDefault("15s")
    Duration numberTimeout();
}
