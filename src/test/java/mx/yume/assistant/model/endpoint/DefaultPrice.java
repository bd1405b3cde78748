package mx.yume.assistant.model.endpoint;

import java.math.BigDecimal;

/** What {@link ModelConfig} says where nothing is set. */
public record DefaultPrice() implements ModelConfig.Price {

    @Override
    public BigDecimal input() {
        return new BigDecimal("1.75");
    }

    @Override
    public BigDecimal output() {
        return new BigDecimal("14");
    }

    @Override
    public BigDecimal audioMinute() {
        return new BigDecimal("0.006");
    }
}
