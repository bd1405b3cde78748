package mx.yume.scheduling.blocks;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record BlockId(UUID value) {

    public static BlockId next() {
        return new BlockId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
