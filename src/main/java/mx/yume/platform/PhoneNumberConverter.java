package mx.yume.platform;

import org.eclipse.microprofile.config.spi.Converter;

/** Lets the configuration speak of phone numbers. */
public class PhoneNumberConverter implements Converter<PhoneNumber> {

    private static final long serialVersionUID = 1L;

    @Override
    public PhoneNumber convert(String value) {
        return PhoneNumber.parse(value)
                .orElseThrow(() -> new IllegalArgumentException("Not a phone number in E.164 form, like +525512345678"));
    }
}
