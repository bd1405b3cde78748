package mx.yume.web.openid;

import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/** What the provider has verified of somebody, and nothing that it has not. */
record Claimed(Optional<String> email, Optional<PhoneNumber> phone) {}
